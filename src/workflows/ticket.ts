import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { Alarm } from './alarm';
import { Appointments } from './appointments';
import { AssigneeSearch } from './assignee-search';
import { handleCommands } from './commands';
import { FailedMails } from './failed-mails';
import { Inbox } from './inbox';
import {
  agentsAvailable,
  eventsQuery,
  mailFailed,
  replyReceived,
  sessionChanged,
  stateQuery,
  type TicketInput,
} from './messages';
import { PaidSessions } from './paid-sessions';
import { Signposts } from './signposts';
import { TicketProjection } from './ticket-projection';
import { TicketRun } from './ticket-run';

/** How a ticket's execution ended. */
export interface TicketOutcome {
  folio: string;
  /** `already_archived`: the folio is at rest, and nothing opens it again. */
  outcome: 'archived' | 'already_archived';
}

/**
 * One ticket, from its registration to the historic archive. People's commands come as Updates and change the ticket
 * at once (`commands.ts`); this function does what takes its time: it reads the client's replies, finds an agent,
 * keeps the appointments of the clock, writes the read model, and at the end sends the ticket to the archive.
 */
export async function ticket(input: TicketInput): Promise<TicketOutcome> {
  return await CancellationScope.nonCancellable(() => new TicketProcess(input).live());
}

class TicketProcess {
  private readonly run: TicketRun;
  private readonly inbox: Inbox;
  private readonly sessions: PaidSessions;
  private readonly failedMails: FailedMails;
  private readonly appointments: Appointments;
  private readonly search: AssigneeSearch;
  private readonly projection: TicketProjection;
  private readonly alarm = new Alarm();
  private readonly signposts: Signposts;
  private cancelAsked = false;

  constructor(private readonly input: TicketInput) {
    const carriesOn = input.carried !== undefined;
    const run = new TicketRun(input);
    this.run = run;
    // A new ticket has no inbox yet: its first look comes with its first reply.
    this.inbox = new Inbox(run, carriesOn);
    this.sessions = new PaidSessions(run);
    this.failedMails = new FailedMails(run);
    this.appointments = new Appointments(run, this.inbox);
    this.search = new AssigneeSearch(run);
    this.projection = new TicketProjection(run, { carriesOn });
    this.signposts = new Signposts(run.ticket);
    this.listen();
  }

  async live(): Promise<TicketOutcome> {
    const { run, projection } = this;
    if (this.input.carried?.repairReason) await this.noteRepair(this.input.carried.repairReason);
    if ((await projection.write()) === 'archived')
      return { folio: run.ticket.folio, outcome: 'already_archived' };
    for (;;) {
      // Awaited also when there is nothing to do: in these turns the handlers of updates that came with this task begin,
      // and a run that went on as new without them would lose what it has accepted.
      await this.inbox.read();
      await this.sessions.hear();
      if (this.sessions.wanted) await this.sessions.start();
      if (this.failedMails.hasNews) await this.failedMails.note();
      this.alarm.silence();
      this.search.keepShifts();
      await this.appointments.keep();
      await this.search.find();
      await this.noteCancel();
      if (run.ticket.status === 'closed') break;
      if (projection.isBehind) await projection.write();
      this.showWay();
      // An update that was accepted and not answered would be lost with the run.
      if (this.mayContinueAsNew && allHandlersFinished()) await continueAsNew<typeof ticket>(run.nextInput());
      // `allHandlersFinished`: without it a burst of updates writes a history that does not replay.
      await condition(() => allHandlersFinished() && (this.hasWork || this.mayContinueAsNew));
    }
    this.showWay();
    await this.sessions.end();
    await projection.archive();
    await condition(allHandlersFinished);
    return { folio: run.ticket.folio, outcome: 'archived' };
  }

  private listen(): void {
    const { run, inbox, search, sessions, failedMails } = this;
    handleCommands(run, { lookIntoInbox: () => inbox.ring() });
    setHandler(replyReceived, () => inbox.ring());
    setHandler(agentsAvailable, () => search.wake());
    setHandler(sessionChanged, (news) => sessions.take(news));
    setHandler(mailFailed, (news) => failedMails.take(news));
    setHandler(stateQuery, () => ({ ticket: run.ticket, handled: run.handled.length }));
    setHandler(eventsQuery, ({ afterSeq, limit }) =>
      run.events.filter(({ seq }) => seq > afterSeq).slice(0, limit),
    );
    const root = CancellationScope.current().parent;
    root?.cancelRequested.catch(() => void (this.cancelAsked = true));
  }

  /** A ticket is not cancelled but closed, by its own rules: the request is put on record and ignored. */
  private async noteCancel(): Promise<void> {
    if (!this.cancelAsked) return;
    this.cancelAsked = false;
    await this.run.bringAbout({ name: 'ignoreCancel', data: {} }, `cancel/${this.run.ticket.version}`);
  }

  private async noteRepair(reason: string): Promise<void> {
    await this.run.bringAbout({ name: 'repair', data: { reason } }, `repair/${workflowInfo().runId}`);
  }

  /** Arms the one timer and tells operators where the ticket stands. */
  private showWay(): void {
    const { ticket } = this.run;
    const { next } = this.appointments;
    this.signposts.show(ticket, next);
    if (ticket.status === 'closed') return;
    const { nextShift } = this.search;
    this.alarm.arm(next && (!nextShift || next.at <= nextShift.at) ? next : nextShift);
  }

  private get hasWork(): boolean {
    return (
      this.projection.isBehind ||
      this.inbox.rang ||
      this.search.presses ||
      this.alarm.rang ||
      this.cancelAsked ||
      this.sessions.hasNews ||
      this.sessions.wanted ||
      this.failedMails.hasNews
    );
  }

  /** Only at rest: nothing unwritten, nobody answering, no session whose news could be lost. */
  private get mayContinueAsNew(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    const long =
      continueAsNewSuggested || historyLength > (this.input.historyLimit ?? Number.POSITIVE_INFINITY);
    return long && !this.hasWork && this.run.ticket.status !== 'closed';
  }
}
