import { getExternalWorkflowHandle, patched } from '@temporalio/workflow';
import { holdsTicket, type SessionState } from '../domain/session/session';
import { sessionChanged, ticketWorkflowId } from './messages';
import type { SessionRun } from './session-run';

/** Tells the ticket what becomes of its session. */
export class SessionHerald {
  private told: SessionState | null = null;

  constructor(private readonly run: SessionRun) {}

  /** Whether the ticket knows another state than this one. */
  get isBehind(): boolean {
    return this.told !== this.run.session.state;
  }

  /**
   * Every change of state, so that the ticket holds or lets go, and every step of the money; a ticket that has closed
   * hears nothing any more.
   */
  async tell(): Promise<void> {
    const { run } = this;
    const { id, folio, state } = run.session;
    // Sessions from before told of states alone.
    const money = run.untold.length > 0 && patched('tells-of-money') ? run.untold.splice(0) : [];
    if (!this.isBehind && money.length === 0) return;
    this.told = state;
    const news = { id, state, holds: holdsTicket(state), ...(money.length > 0 && { money }) };
    try {
      await getExternalWorkflowHandle(ticketWorkflowId(folio)).signal(sessionChanged, news);
    } catch {
      // Closed, or not there: its record never changes, and the money is in the ledger.
    }
  }
}
