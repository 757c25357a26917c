import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  patched,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { isAtRest } from '../domain/session/duties';
import type { SessionState } from '../domain/session/session';
import { Alarm } from './alarm';
import { handleSessionCommands } from './session-commands';
import { SessionDuties } from './session-duties';
import { SessionHerald } from './session-herald';
import {
  paymentNews,
  sessionQuery,
  sessionRecordQuery,
  ticketEnded,
  type SessionInput,
} from './session-messages';
import { SessionProjection } from './session-projection';
import { SessionRun } from './session-run';
import { SessionSignposts } from './session-signposts';

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
  private readonly projection: SessionProjection;
  private readonly herald: SessionHerald;
  private readonly alarm = new Alarm();
  private readonly signposts = new SessionSignposts();

  constructor(private readonly input: SessionInput) {
    this.run = new SessionRun(input);
    this.duties = new SessionDuties(this.run, (step) => this.keepUp(step));
    this.projection = new SessionProjection(this.run);
    this.herald = new SessionHerald(this.run);
    this.listen();
  }

  async live(): Promise<SessionOutcome> {
    const { run, duties, projection, herald } = this;
    for (;;) {
      this.alarm.silence();
      await projection.write();
      await herald.tell();
      if (await duties.keepClock()) continue;
      // A command came meanwhile: nothing is done outside before MongoDB and the ticket know of it.
      if (projection.isBehind || herald.isBehind) continue;
      if (await duties.doNext()) continue;
      if (projection.isBehind) continue;
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
    setHandler(ticketEnded, () => run.bringAbout({ name: 'ticket_gone', data: {} }));
    setHandler(sessionQuery, () => run.session);
    setHandler(sessionRecordQuery, ({ afterSeq, limit }) => ({
      session: run.session,
      handled: run.handled,
      events: run.events.filter(({ seq }) => seq > afterSeq).slice(0, limit),
    }));
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
      await condition(() => over || (this.projection.isBehind && allHandlersFinished()));
      if (over) return await ended;
      await this.projection.write();
      await this.herald.tell();
    }
  }

  /** Arms the one timer and tells operators where the session stands. */
  private showWay(): void {
    const next = this.duties.nextAppointment();
    this.alarm.arm(next);
    this.signposts.show(this.run.session, next?.summary);
  }

  private get hasWork(): boolean {
    return this.projection.isBehind || this.alarm.rang || this.duties.presses;
  }

  private get isOver(): boolean {
    return isAtRest(this.run.session) && !this.duties.hasNews;
  }

  private get isLong(): boolean {
    return workflowInfo().continueAsNewSuggested && !this.hasWork && !this.duties.hasNews;
  }
}
