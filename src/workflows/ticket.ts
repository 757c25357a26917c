import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  log,
  ParentClosePolicy,
  setHandler,
  startChild,
  workflowInfo,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { SYSTEM } from '../domain/actor';
import { DomainError } from '../domain/domain-error';
import type { Instant } from '../domain/instant';
import { isSessionMoney } from '../domain/session/session-money';
import type { EventType } from '../domain/ticket/events';
import { isMailFailure, type MailFailure } from '../domain/ticket/mail-failure';
import type { SessionNews, Ticket } from '../domain/ticket/ticket';
import { agendaOf, type Appointment } from './agenda';
import { Alarm } from './alarm';
import { handleCommands } from './commands';
import {
  agentsAvailable,
  eventsQuery,
  mailFailed,
  replyReceived,
  sessionChanged,
  stateQuery,
  type TicketInput,
} from './messages';
import { onceOnRecord, surely } from './outside';
import { REMOTE_SESSION_WORKFLOW } from './session-messages';
import { Signposts } from './signposts';
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
  private readonly alarm = new Alarm();
  private readonly signposts: Signposts;
  private inboxRang = true;
  private agentsRang = false;
  private lookAgainAt: Instant | null = null;
  private cancelAsked = false;
  private readonly sessionNews: SessionNews[] = [];
  private readonly failedMails: (MailFailure & { noticeId: string })[] = [];
  private dueShown: Instant | null;
  private opening = true;
  /** The last snapshot of this run, null before a ticket's first; not known to a run that carries on. */
  private written: Pick<Ticket, 'version' | 'updatedAt'> | null | undefined;

  constructor(private readonly input: TicketInput) {
    this.run = new TicketRun(input);
    this.signposts = new Signposts(this.run.ticket);
    this.dueShown = this.run.ticket.waiting?.autoCloseAt ?? null;
    // A new ticket has no inbox yet: its first look comes with its first reply.
    if (!input.carried) this.inboxRang = false;
    this.written = input.carried ? undefined : null;
    this.listen();
  }

  async live(): Promise<TicketOutcome> {
    const { run } = this;
    if (this.input.carried?.repairReason) await this.noteRepair(this.input.carried.repairReason);
    if ((await this.write()) === 'archived') return { folio: run.ticket.folio, outcome: 'already_archived' };
    for (;;) {
      // Awaited also when there is nothing to do: in these turns the handlers of updates that came with this task begin,
      // and a run that went on as new without them would lose what it has accepted.
      await this.readInbox();
      await this.hearSessions();
      if (run.sessionsWanted.length > 0) await this.startSessions();
      if (this.failedMails.length > 0) await this.noteFailedMails();
      this.alarm.silence();
      this.wakeSearch();
      await this.keepAppointments();
      await this.findAssignee();
      await this.noteCancel();
      if (run.ticket.status === 'closed') break;
      if (this.dirty) await this.write();
      this.showWay();
      // An update that was accepted and not answered would be lost with the run.
      if (this.mayContinueAsNew && allHandlersFinished()) await continueAsNew<typeof ticket>(run.nextInput());
      // `allHandlersFinished`: without it a burst of updates writes a history that does not replay.
      await condition(() => allHandlersFinished() && (this.hasWork || this.mayContinueAsNew));
    }
    this.showWay();
    await this.archive();
    await condition(allHandlersFinished);
    return { folio: run.ticket.folio, outcome: 'archived' };
  }

  private listen(): void {
    const { run } = this;
    handleCommands(run, { lookIntoInbox: () => (this.inboxRang = true) });
    setHandler(replyReceived, () => void (this.inboxRang = true));
    setHandler(agentsAvailable, () => void (this.agentsRang = true));
    setHandler(sessionChanged, (news) => void (isSessionNews(news) && this.sessionNews.push(news)));
    setHandler(mailFailed, (news) => void (isMailNews(news) && this.failedMails.push(news)));
    setHandler(stateQuery, () => ({ ticket: run.ticket, handled: run.handled.length }));
    setHandler(eventsQuery, ({ afterSeq, limit }) =>
      run.events.filter(({ seq }) => seq > afterSeq).slice(0, limit),
    );
    const root = CancellationScope.current().parent;
    root?.cancelRequested.catch(() => void (this.cancelAsked = true));
  }

  /** The client's accepted replies, in the order in which they were accepted. */
  private async readInbox(): Promise<void> {
    const { run } = this;
    while (this.inboxRang && run.ticket.status !== 'closed') {
      this.inboxRang = false;
      await run.exclusively(async () => {
        if (run.ticket.status === 'closed') return;
        for (const reply of await surely('takeReplies', run.ticket.folio)) {
          const { commandId, bodyHash, actor, body, attachmentIds, receivedAt } = reply;
          if (run.receiptFor(reply)) {
            // On record already, perhaps in an earlier run, where its place is not known here any more.
            const seq = run.events.find((event) => event.commandId === commandId)?.seq ?? 0;
            run.handledReplies.push({ commandId, seq });
            continue;
          }
          const fact = { name: 'receiveReply', data: { body, attachmentIds, receivedAt } } as const;
          await run.carryOut(fact, run.contextOf(actor, commandId, run.now()));
          run.remember(commandId, bodyHash);
          run.handledReplies.push({ commandId, seq: run.ticket.version });
        }
      });
    }
  }

  /** A session outlives this run, and the ticket itself where money is still on its way. */
  private async startSessions(): Promise<void> {
    const { run } = this;
    for (let request = run.sessionsWanted[0]; request; request = run.sessionsWanted[0]) {
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
      run.sessionsWanted.shift();
    }
  }

  /** News of paid sessions; what the rules refuse changes nothing and is logged. */
  private async hearSessions(): Promise<void> {
    for (let news = this.sessionNews.shift(); news; news = this.sessionNews.shift()) {
      const fact = { name: 'changeSession', data: news } as const;
      await this.bringAbout(fact, `session/${news.id}/${news.state}`);
    }
  }

  /** Everything whose instant has come: reminders, targets, and at last the closing by silence. */
  private async keepAppointments(): Promise<void> {
    const { run } = this;
    for (let due = this.due(); due; due = this.due()) {
      if (due.fact.name === 'expire') {
        if (!(await this.expire(due.at))) return;
      } else {
        const { version } = run.ticket;
        await this.bringAbout(due.fact, `${due.fact.name}/${due.at}`);
        // A fact that the rules refuse must not hold the clock in a circle.
        if (run.ticket.version === version) return;
      }
    }
  }

  /**
   * Silence closes, unless a reply was accepted before the due instant: sealing the inbox decides, not the order in
   * which the workflow hears of things.
   */
  private async expire(dueAt: Instant): Promise<boolean> {
    const { run } = this;
    const closed = await run.exclusively(async () => {
      if (run.ticket.waiting?.autoCloseAt !== dueAt) return false;
      const handled = run.handledReplies.map((reply) => reply.commandId);
      const seal = { folio: run.ticket.folio, token: `silence/${dueAt}`, dueAt, handled };
      if (!(await surely('seal', seal))) return false;
      await run.carryOut({ name: 'expire', data: {} }, run.contextOf(SYSTEM, `expire/${dueAt}`, run.now()));
      return true;
    });
    if (closed) return true;
    this.inboxRang = true;
    await this.readInbox();
    return false;
  }

  /** Automatic assignment: at once when somebody is free, otherwise as soon as somebody becomes so. */
  private async findAssignee(): Promise<void> {
    const { run } = this;
    if (!this.seeksAssignee) return;
    this.agentsRang = false;
    run.assignmentNews = false;
    const { folio, type, priority, createdAt, assigneeId, version } = run.ticket;
    if (!priority) return;
    const found = await surely('findAssignee', {
      folio,
      type,
      priority,
      since: createdAt,
      exceptAgentId: assigneeId,
      at: run.now(),
      version,
    });
    this.lookAgainAt = found.agentId === null ? found.lookAgainAt : null;
    if (found.agentId === null) return;
    const fact = { name: 'assignAutomatically', data: { agentId: found.agentId } } as const;
    // Claimed, closed or classified otherwise during the search: what a person did stands.
    await this.bringAbout(fact, `assign/${version}`, () => run.assignmentWanted && !run.assignmentNews);
  }

  /** Mails that did not reach their people: the agent is told to phone. */
  private async noteFailedMails(): Promise<void> {
    for (let news = this.failedMails.shift(); news; news = this.failedMails.shift()) {
      const { noticeId, recipient, kind } = news;
      const commandId = `mail/${noticeId}`;
      if (this.run.events.some((event) => event.commandId === commandId)) continue;
      await this.bringAbout({ name: 'flagMail', data: { recipient, kind } }, commandId);
    }
  }

  private async noteCancel(): Promise<void> {
    if (!this.cancelAsked) return;
    this.cancelAsked = false;
    await this.bringAbout({ name: 'ignoreCancel', data: {} }, `cancel/${this.run.ticket.version}`);
  }

  private async noteRepair(reason: string): Promise<void> {
    await this.bringAbout({ name: 'repair', data: { reason } }, `repair/${workflowInfo().runId}`);
  }

  private async bringAbout(
    fact: Parameters<TicketRun['bringAbout']>[0],
    commandId: string,
    stillTrue: () => boolean = () => true,
  ): Promise<void> {
    await this.run.exclusively(async () => {
      if (!stillTrue()) return;
      try {
        await this.run.bringAbout(fact, commandId);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        log.info('refused', { fact: fact.name, code: error.code });
      }
    });
  }

  /** The read model: the newest snapshot and the events it still lacks. A burst of commands costs few writes. */
  private async write(): Promise<'written' | 'archived'> {
    const { run } = this;
    const { ticket } = run;
    // Copies: while the write is on its way, commands go on adding to the run's own lists.
    const events = [...run.unwritten];
    const handledReplies = [...run.handledReplies];
    const dueAt = ticket.waiting?.autoCloseAt ?? null;
    const dueChanged = dueAt !== this.dueShown;
    const projection = {
      ticket,
      events,
      handledReplies,
      dueChanged,
      opening: this.opening,
      ...(this.written !== undefined && { before: this.written }),
    };
    // The read model may be ahead of an engine that loses a task, it is put right later. A reply that has left its inbox,
    // the instant until which replies count, parts that were started and a place in an incident can not be taken back.
    const forGood = dueChanged || handledReplies.length > 0 || events.some(({ type }) => FOR_GOOD.has(type));
    const { archived } = await (forGood ? onceOnRecord : surely)('project', projection);
    run.unwritten = run.unwritten.slice(events.length);
    run.handledReplies = run.handledReplies.slice(handledReplies.length);
    this.dueShown = dueAt;
    this.written = { version: ticket.version, updatedAt: ticket.updatedAt };
    this.opening = false;
    return archived ? 'archived' : 'written';
  }

  /** The archive is the permanent guard; only then may the execution end. */
  private async archive(): Promise<void> {
    await onceOnRecord('archive', { ticket: this.run.ticket, events: this.run.unwritten });
    this.run.unwritten = [];
  }

  /** Arms the one timer and tells operators where the ticket stands. */
  private showWay(): void {
    const { ticket, assignmentWanted } = this.run;
    const [next] = agendaOf(ticket);
    this.signposts.show(ticket, next);
    if (ticket.status === 'closed') return;
    const shift =
      assignmentWanted && this.lookAgainAt !== null
        ? { at: this.lookAgainAt, summary: 'Next shift of an agent with the experience' }
        : null;
    this.alarm.arm(next && (!shift || next.at <= shift.at) ? next : shift);
  }

  /** What is due, and of several things the closing: nobody is reminded of an hour that has passed. */
  private due(): Appointment | undefined {
    const now = this.run.now();
    const due = agendaOf(this.run.ticket).filter(({ at }) => at <= now);
    return due.find(({ fact }) => fact.name === 'expire') ?? due[0];
  }

  /** The next shift of an agent with the experience has begun: look again. */
  private wakeSearch(): void {
    if (this.lookAgainAt !== null && this.run.now() >= this.lookAgainAt) this.agentsRang = true;
  }

  private get seeksAssignee(): boolean {
    const { assignmentWanted, assignmentNews, ticket } = this.run;
    return assignmentWanted && ticket.priority !== null && (this.agentsRang || assignmentNews);
  }

  private get dirty(): boolean {
    return this.run.unwritten.length > 0 || this.run.handledReplies.length > 0;
  }

  private get hasWork(): boolean {
    return (
      this.dirty ||
      this.inboxRang ||
      this.seeksAssignee ||
      this.alarm.rang ||
      this.cancelAsked ||
      this.sessionNews.length > 0 ||
      this.run.sessionsWanted.length > 0 ||
      this.failedMails.length > 0
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

const FOR_GOOD: ReadonlySet<EventType> = new Set<EventType>([
  'split',
  'incident_linked',
  'incident_unlinked',
]);

function isMailNews(news: unknown): news is MailFailure & { noticeId: string } {
  return isMailFailure(news) && typeof (news as { noticeId?: unknown }).noticeId === 'string';
}

function isSessionNews(news: unknown): news is SessionNews {
  const { id, state, holds, money = [] } = (news ?? {}) as Partial<SessionNews>;
  const told = typeof id === 'string' && typeof state === 'string' && typeof holds === 'boolean';
  return told && Array.isArray(money) && money.every(isSessionMoney);
}
