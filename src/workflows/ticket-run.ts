import { log } from '@temporalio/workflow';
import { SYSTEM, type Actor } from '../domain/actor';
import type { VersionedCalendar } from '../domain/calendar';
import { DomainError } from '../domain/domain-error';
import { instantAt, type Instant } from '../domain/instant';
import type { SupportPolicy } from '../domain/policy/support-policy';
import type { SessionRequest } from '../domain/session/events';
import { asksNothing, type TimeAnswers } from '../domain/ticket/business-times';
import type { Fact, Intent } from '../domain/ticket/commands';
import { answeringCalendar, decide, questionsOf } from '../domain/ticket/decide';
import type { TicketEvent } from '../domain/ticket/events';
import { evolve } from '../domain/ticket/evolve';
import { register, registeredEvent } from '../domain/ticket/register';
import type { Context } from '../domain/ticket/rule';
import type { Ticket } from '../domain/ticket/ticket';
import { MAX_HANDLED, type Carried, type Envelope, type Receipt, type TicketInput } from './messages';
import { promptly } from './outside';
import { Turns } from './turns';

/** One run of a ticket's workflow: the ticket, what is not written yet, and what it has already answered. */
export class TicketRun extends Turns {
  ticket: Ticket;
  /** Events that MongoDB does not have yet. */
  unwritten: TicketEvent[] = [];
  /** Events of this run, for a rebuild of the read model; the next run starts without them. */
  readonly events: TicketEvent[] = [];
  /** Replies whose events are in `unwritten`, to be taken off the inbox with them. */
  handledReplies: { commandId: string; seq: number }[] = [];
  handled: Carried['handled'];
  /** The closing that the inbox was told of while it was still ahead. */
  dueHeard: Instant | null;
  /** Priority and category are known and nobody has the ticket, or another agent was asked for. */
  assignmentWanted: boolean;
  /** Something changed that the search for an agent must know of. */
  assignmentNews: boolean;
  policy: SupportPolicy;
  calendar: VersionedCalendar;
  /** Paid sessions whose workflows are to be started. */
  readonly sessionsWanted: SessionRequest[];

  constructor(private readonly input: TicketInput) {
    super();
    const { folio, registeredAt, actor, commandId, registration, carried } = input;
    this.policy = input.policy;
    this.calendar = input.calendar;
    this.handled = carried?.handled ?? [];
    this.dueHeard = carried?.ticket.waiting?.autoCloseAt ?? null;
    this.assignmentWanted = carried?.assignmentWanted ?? false;
    this.assignmentNews = this.assignmentWanted;
    this.sessionsWanted = [...(carried?.sessionsWanted ?? [])];
    if (carried) {
      this.ticket = carried.ticket;
    } else {
      const first = registeredEvent(folio, registeredAt, actor, commandId, registration);
      this.ticket = register(first);
      this.unwritten.push(first);
      this.events.push(first);
    }
  }

  /** Now, as the workflow sees it. */
  now(): Instant {
    return instantAt(Date.now());
  }

  /** What a rule may look at, besides what business time and the outside answer. */
  contextOf(actor: Actor, commandId: string, at: Instant): Omit<Context, 'times'> {
    return { at, actor, commandId, policy: this.policy };
  }

  /** Puts an intent through the rules and onto the ticket. Throws DomainError when a rule refuses. */
  async carryOut(intent: Intent, context: Omit<Context, 'times'>): Promise<TicketEvent[]> {
    const times = await this.answerTimes(intent, context);
    const events = decide(this.ticket, intent, { ...context, times });
    for (const event of events) this.ticket = evolve(this.ticket, event);
    this.unwritten.push(...events);
    this.events.push(...events);
    this.seeRules(intent, events);
    this.seeAssignment(events);
    this.seeSessions(events);
    return events;
  }

  /**
   * Something that the service itself brings about, in its turn. What the rules refuse changes nothing and is logged.
   *
   * @param stillTrue whether it holds when its turn has come, since a command may have changed the ticket before
   */
  async bringAbout(fact: Fact, commandId: string, stillTrue: () => boolean = () => true): Promise<void> {
    await this.exclusively(async () => {
      if (!stillTrue()) return;
      try {
        await this.carryOut(fact, this.contextOf(SYSTEM, commandId, this.now()));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        log.info('refused', { fact: fact.name, code: error.code });
      }
    });
  }

  /** Remembers a command as answered. */
  remember(commandId: string, bodyHash: string): void {
    this.handled = [...this.handled, { commandId, bodyHash }].slice(-MAX_HANDLED);
  }

  /** The receipt of a command that was carried out before, if it was. */
  receiptFor({ commandId }: Pick<Envelope<unknown>, 'commandId'>): Receipt | undefined {
    const before = this.handled.find((command) => command.commandId === commandId);
    return before && this.receipt(before.bodyHash);
  }

  receipt(bodyHash: string): Receipt {
    return { version: this.ticket.version, clientVersion: this.ticket.clientVersion, bodyHash };
  }

  /** What the next run starts from. Call it only when everything is written. */
  nextInput(): TicketInput {
    const { policy, calendar, ticket, handled, assignmentWanted } = this;
    return { ...this.input, policy, calendar, carried: { ticket, handled, assignmentWanted } };
  }

  private async answerTimes(intent: Intent, context: Omit<Context, 'times'>): Promise<TimeAnswers> {
    const questions = questionsOf(this.ticket, intent, context);
    if (asksNothing(questions)) return { dues: {}, minutes: {} };
    return await promptly('answerTimes', answeringCalendar(intent, this.calendar), questions);
  }

  /** From here on the ticket is held to the rules that it was migrated to. */
  private seeRules(intent: Intent, events: TicketEvent[]): void {
    if (intent.name !== 'migratePolicy' || events.length === 0) return;
    this.policy = intent.data.policy;
    this.calendar = intent.data.calendar;
  }

  /** Assignment is automatic once type and priority are known, unless somebody has claimed the ticket. */
  private seeAssignment(events: TicketEvent[]): void {
    for (const { type } of events) {
      if (type === 'assigned' || type === 'closed') this.assignmentWanted = false;
      if (type === 'assignment_requested') this.wantAssignee();
    }
    const classified = events.some(({ type }) => type === 'categorized' || type === 'prioritized');
    const { milestones, priority, assigneeId } = this.ticket;
    if (classified && milestones.categorized && priority && !assigneeId) this.wantAssignee();
  }

  private seeSessions(events: TicketEvent[]): void {
    for (const { type, data } of events) {
      if (type === 'session_changed' && data.request) this.sessionsWanted.push(data.request);
    }
  }

  private wantAssignee(): void {
    this.assignmentWanted = true;
    this.assignmentNews = true;
  }
}
