import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  getExternalWorkflowHandle,
  ParentClosePolicy,
  patched,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { isSessionMoney } from '../domain/session/session-money';
import type { SessionNews } from '../domain/ticket/ticket';
import { REMOTE_SESSION_WORKFLOW, ticketEnded } from './session-messages';
import type { TicketRun } from './ticket-run';

/** A ticket's side of its paid sessions, which are workflows of their own. */
export class PaidSessions {
  private readonly news: SessionNews[] = [];

  constructor(private readonly run: TicketRun) {}

  get hasNews(): boolean {
    return this.news.length > 0;
  }

  /** Whether a session is to be started. */
  get wanted(): boolean {
    return this.run.sessionsWanted.length > 0;
  }

  /** Takes in what a signal brought; what is no news of a session changes nothing. */
  take(news: unknown): void {
    if (isSessionNews(news)) this.news.push(news);
  }

  /** News of paid sessions; what the rules refuse changes nothing and is logged. */
  async hear(): Promise<void> {
    for (let news = this.news.shift(); news; news = this.news.shift()) {
      const fact = { name: 'changeSession', data: news } as const;
      await this.run.bringAbout(fact, `session/${news.id}/${news.state}`);
    }
  }

  /** A session outlives this run, and the ticket itself where money is still on its way. */
  async start(): Promise<void> {
    const { sessionsWanted } = this.run;
    for (let request = sessionsWanted[0]; request; request = sessionsWanted[0]) {
      try {
        await startChild(REMOTE_SESSION_WORKFLOW, {
          workflowId: request.id,
          args: [{ request }],
          parentClosePolicy: ParentClosePolicy.ABANDON,
          workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
          staticSummary: `Remote session of ticket ${request.folio} (${request.platform})`,
        });
      } catch (error) {
        // A repaired ticket asks again for what runs already.
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
      sessionsWanted.shift();
    }
  }

  /** Sessions that are not paid end with their ticket, and tell who waits for them. */
  async end(): Promise<void> {
    const ended = this.run.ticket.remoteSessions.filter(({ state }) => state === 'cancelled');
    // Tickets from before left them to their own end.
    if (ended.length === 0 || !patched('ends-sessions')) return;
    // One that was asked for in the last moment is still to begin.
    await this.start();
    for (const { id } of ended) {
      try {
        await getExternalWorkflowHandle(id).signal(ticketEnded);
      } catch {
        // It was cancelled before, and is over.
      }
    }
  }
}

function isSessionNews(news: unknown): news is SessionNews {
  const { id, state, holds, money = [] } = (news ?? {}) as Partial<SessionNews>;
  const told = typeof id === 'string' && typeof state === 'string' && typeof holds === 'boolean';
  return told && Array.isArray(money) && money.every(isSessionMoney);
}
