import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  getExternalWorkflowHandle,
  patched,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { isAtRest } from '../domain/session/duties';
import { holdsTicket, type RemoteSession, type SessionState } from '../domain/session/session';
import { Alarm } from './alarm';
import { sessionChanged, ticketWorkflowId } from './messages';
import { SESSION_STATUS } from './search-attributes';
import { handleSessionCommands } from './session-commands';
import { SessionDuties } from './session-duties';
import { paymentNews, sessionQuery, sessionRecordQuery, type SessionInput } from './session-messages';
import { project } from './session-outside';
import { SessionRun } from './session-run';

/** How a session's execution ended. */
export interface SessionOutcome {
  id: string;
  state: SessionState;
}

/**
 * One paid remote session, from the request to the end of all its money. People's commands come as Updates; this
 * function does what takes its time: it opens and shuts payment pages, reads what was paid, sends money back, makes
 * meetings, keeps the clock, writes the read model and tells the ticket. What the bank says after the end starts it
 * again from where it ended.
 */
export async function remoteSession(input: SessionInput): Promise<SessionOutcome> {
  return await CancellationScope.nonCancellable(() => new SessionProcess(input).live());
}

class SessionProcess {
  private readonly run: SessionRun;
  private readonly duties: SessionDuties;
  private readonly alarm = new Alarm();
  private writtenVersion = -1;
  private toldState: SessionState | null = null;
  private shown: SessionState | null = null;

  constructor(private readonly input: SessionInput) {
    this.run = new SessionRun(input);
    this.duties = new SessionDuties(this.run, (step) => this.keepUp(step));
    this.listen();
  }

  async live(): Promise<SessionOutcome> {
    const { run, duties } = this;
    for (;;) {
      this.alarm.silence();
      await this.write();
      await this.tellTicket();
      if (await duties.keepClock()) continue;
      // A command came meanwhile: nothing is done outside before MongoDB and the ticket know of it.
      if (this.dirty || this.toldState !== run.session.state) continue;
      if (await duties.doNext()) continue;
      if (this.dirty) continue;
      this.showWay();
      if (this.isOver && allHandlersFinished()) break;
      if (this.isLong && allHandlersFinished()) {
        const { session, handled, untold: money } = run;
        await continueAsNew<typeof remoteSession>({ ...this.input, carried: { session, handled, money } });
      }
      // `allHandlersFinished`: without it a burst of updates writes a history that does not replay.
      await condition(() => allHandlersFinished() && (this.hasWork || this.isLong || this.isOver));
    }
    return { id: run.session.id, state: run.session.state };
  }

  private listen(): void {
    const { run, duties } = this;
    handleSessionCommands(run);
    setHandler(paymentNews, (news) => duties.hearNews(news));
    setHandler(sessionQuery, () => run.session);
    setHandler(sessionRecordQuery, ({ afterSeq, limit }) => ({
      session: run.session,
      handled: run.handled,
      events: run.events.filter(({ seq }) => seq > afterSeq).slice(0, limit),
    }));
  }

  /** The read model: the newest snapshot and the events it still lacks. */
  private async write(): Promise<void> {
    const { run } = this;
    if (!this.dirty) return;
    const { session, handled } = run;
    // A copy: while the write is on its way, commands go on adding to the run's own list.
    const events = [...run.unwritten];
    await project({ session, events, handled });
    this.writtenVersion = session.version;
    run.unwritten = run.unwritten.slice(events.length);
  }

  /**
   * Every change of state, so that the ticket holds or lets go, and every step of the money; a ticket that has closed
   * hears nothing any more.
   */
  private async tellTicket(): Promise<void> {
    const { run } = this;
    const { id, folio, state } = run.session;
    // Sessions from before told of states alone.
    const money = run.untold.length > 0 && patched('tells-of-money') ? run.untold.splice(0) : [];
    if (this.toldState === state && money.length === 0) return;
    this.toldState = state;
    const news = { id, state, holds: holdsTicket(state), ...(money.length > 0 && { money }) };
    try {
      await getExternalWorkflowHandle(ticketWorkflowId(folio)).signal(sessionChanged, news);
    } catch {
      // Closed, or not there: its record never changes, and the money is in the ledger.
    }
  }

  /**
   * A provider that is slow or away keeps a step going for minutes: who commands meanwhile, and the ticket, do not wait
   * for it.
   */
  private async keepUp(step: Promise<void>): Promise<void> {
    // Sessions from before wrote nothing until the step was over.
    if (!patched('writes-meanwhile')) return await step;
    let over = false;
    const ended = step.finally(() => {
      over = true;
    });
    // It is awaited below; until then a failure is nobody's fault.
    ended.catch(() => undefined);
    for (;;) {
      await condition(() => over || (this.dirty && allHandlersFinished()));
      if (over) return await ended;
      await this.write();
      await this.tellTicket();
    }
  }

  private showWay(): void {
    const { session } = this.run;
    const next = this.duties.nextAppointment();
    this.alarm.arm(next);
    setCurrentDetails(describe(session, next?.summary));
    if (this.shown === session.state) return;
    this.shown = session.state;
    upsertSearchAttributes([{ key: SESSION_STATUS, value: session.state }]);
  }

  private get dirty(): boolean {
    return this.run.unwritten.length > 0 || this.writtenVersion < this.run.session.version;
  }

  private get hasWork(): boolean {
    return this.dirty || this.alarm.rang || this.duties.presses;
  }

  private get isOver(): boolean {
    return isAtRest(this.run.session) && !this.duties.hasNews;
  }

  private get isLong(): boolean {
    return workflowInfo().continueAsNewSuggested && !this.hasWork && !this.duties.hasNews;
  }
}

/** Markdown for the Web UI; ids only, nothing personal and nothing secret. */
function describe(session: RemoteSession, next: string | undefined): string {
  const { state, folio, platform, slot, payments, troubles } = session;
  return [
    `Session of ticket ${folio}: **${state}**`,
    '',
    `- platform: ${platform}`,
    `- appointed: ${slot ? `${slot.startsAt} with ${slot.agentId}` : 'no time yet'}`,
    `- payments: ${payments.map((one) => `${one.id} ${one.capturedMinor} (back ${one.refundedMinor}, owed ${one.refundDueMinor})`).join(', ') || 'none'}`,
    `- trouble: ${troubles.map(({ duty, code, attempts }) => `${duty} (${code}, ${attempts})`).join(', ') || 'none'}`,
    `- next: ${next ?? 'nothing scheduled'}`,
  ].join('\n');
}
