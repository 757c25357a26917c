import { answerTimes } from '../../src/activities/deadlines';
import { SYSTEM, type Actor } from '../../src/domain/actor';
import type { VersionedCalendar } from '../../src/domain/calendar';
import { DomainError, type DomainErrorCode } from '../../src/domain/domain-error';
import { epochMs, instantAt, type Instant } from '../../src/domain/instant';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { SupportPolicy } from '../../src/domain/policy/support-policy';
import type { TimeAnswers } from '../../src/domain/ticket/business-times';
import type { CommandData, FactData, Intent } from '../../src/domain/ticket/commands';
import { answeringCalendar, decide, questionsOf } from '../../src/domain/ticket/decide';
import type { EventData, EventType, TicketEvent } from '../../src/domain/ticket/events';
import { evolve } from '../../src/domain/ticket/evolve';
import { register, registeredEvent } from '../../src/domain/ticket/register';
import type { Registration } from '../../src/domain/ticket/registration';
import type { Context } from '../../src/domain/ticket/rule';
import type { SessionNews, Ticket } from '../../src/domain/ticket/ticket';
import { AGENT, ALWAYS_OPEN, aRegistration, CLIENT } from './registration';

export const SUPERVISOR = { id: 'supervisor-1', role: 'supervisor' } as const;
export const CLIENT_ADMIN = { id: 'client-admin-1', role: 'client_admin' } as const;
export const COLLEAGUE = { id: 'client-2', role: 'client' } as const;
export const STRANGER = { id: 'client-9', role: 'client' } as const;
/** What the tests' tickets are registered at, unless they say otherwise. */
export const REGISTERED_AT = '2026-11-24T12:00:00.000Z';

type Data = CommandData & FactData;

interface TicketOptions {
  registration?: Partial<Registration>;
  policy?: Partial<SupportPolicy>;
  /** Open around the clock when absent, so that one hour is one business hour. */
  calendar?: VersionedCalendar;
  registeredAt?: Instant;
}

/** All six points of the first attention; they publish nothing. */
export function sixPoints(given: Partial<CommandData['attend']> = {}): CommandData['attend'] {
  return {
    nature: 'El corte no suma las ventas a crédito',
    priorityConfirmed: true,
    contactConfirmed: true,
    historyReviewed: true,
    possibleSolutions: [{ summary: 'Recalcular el corte', estimatedMinutes: 90 }],
    responsibilities: 'Soporte revisa, el cliente valida',
    ...given,
  };
}

/** A ticket just registered, of which to tell what happens next. */
export function aTicket(options: TicketOptions = {}): TicketStory {
  const calendar = options.calendar ?? ALWAYS_OPEN;
  const policy = { ...DEFAULT_SUPPORT_POLICY, ...options.policy };
  const at = options.registeredAt ?? REGISTERED_AT;
  const hours = policy.targets.medium.firstAttentionHours;
  const { due } = answerTimes(calendar, { dues: { due: { from: at, hours } } }).dues;
  const registration = aRegistration({ firstAttentionDue: due!, ...options.registration });
  return new TicketStory(
    registeredEvent('100200', at, CLIENT, 'registration', registration),
    policy,
    calendar,
  );
}

/** One ticket and what happened to it; it goes on step by step, through the same rules as in the service. */
export class TicketStory {
  ticket: Ticket;
  readonly events: TicketEvent[];
  /** The events of the last step. */
  last: TicketEvent[] = [];
  now: Instant;

  constructor(
    first: Extract<TicketEvent, { type: 'registered' }>,
    public policy: SupportPolicy,
    public calendar: VersionedCalendar,
  ) {
    this.ticket = register(first);
    this.events = [first];
    this.now = first.at;
  }

  /** Time passes. */
  after({ hours = 0, minutes = 0, ms = 0 }: { hours?: number; minutes?: number; ms?: number }): this {
    return this.at(instantAt(epochMs(this.now) + hours * 3_600_000 + minutes * 60_000 + ms));
  }

  at(instant: Instant): this {
    this.now = instant;
    return this;
  }

  /** A command by an agent unless another is named; a fact by the service itself, and a reply by its requester. */
  step<N extends keyof Data>(name: N, data: Data[N], actor: Actor = usualActor(name)): this {
    const intent = { name, data } as Intent;
    this.last = decide(this.ticket, intent, this.contextFor(intent, actor));
    this.events.push(...this.last);
    this.ticket = this.last.reduce(evolve, this.ticket);
    if (this.last.length > 0) this.holdTo(intent);
    return this;
  }

  /** What was carried out may have been the move to other rules. */
  holdTo(intent: Intent): void {
    if (intent.name === 'migratePolicy') ({ policy: this.policy, calendar: this.calendar } = intent.data);
  }

  /** The refusal of a step, which leaves the ticket as it is. */
  refusal<N extends keyof Data>(name: N, data: Data[N], actor?: Actor): DomainErrorCode {
    const before = this.ticket;
    try {
      this.step(name, data, actor);
    } catch (error) {
      expect(this.ticket).toBe(before);
      if (error instanceof DomainError) return error.code;
      throw error;
    }
    throw new Error(`${name} was accepted`);
  }

  /** What a rule may look at for this step now. */
  contextFor(intent: Intent, actor: Actor): Context {
    const asking = { at: this.now, actor, policy: this.policy };
    const calendar = answeringCalendar(intent, this.calendar);
    const times: TimeAnswers = answerTimes(calendar, questionsOf(this.ticket, intent, asking));
    const partFolios =
      intent.name === 'split'
        ? intent.data.parts.map((_part, index) => `${this.ticket.folio}${index + 1}`)
        : [];
    return { ...asking, times, commandId: `command-${this.events.length}`, partFolios };
  }

  get types(): EventType[] {
    return this.last.map(({ type }) => type);
  }

  /** What the one event of a type in the last step carries. */
  dataOf<T extends EventType>(type: T): EventData[T] {
    const found = this.last.filter((event) => event.type === type);
    expect(found).toHaveLength(1);
    return found[0]!.data as EventData[T];
  }

  /** One-user problem that degrades: Alta. */
  classified(): this {
    return this.step('categorize', { type: 'technical_problem' }).step('prioritize', {
      impact: 'one_user',
      urgency: 'degraded',
    });
  }

  taken(): this {
    return this.step('assign', { agentId: AGENT.id });
  }

  /** Classified, somebody's, all points on record and the client answered. */
  attended(): this {
    return this.classified()
      .taken()
      .step('attend', sixPoints({ message: 'Estamos revisando el corte.' }));
  }

  asked(): this {
    return this.step('postMessage', { body: '¿Desde qué caja cobra?', awaitsClient: true });
  }

  solved(): this {
    return this.step('proposeSolution', { summary: 'El corte ya suma las ventas a crédito.' });
  }

  said(body: string): this {
    return this.step('postMessage', { body });
  }

  replied(actor: Actor = CLIENT): this {
    return this.step('receiveReply', { body: 'Gracias', attachmentIds: [], receivedAt: this.now }, actor);
  }

  session(link: Partial<SessionNews>): this {
    return this.step('changeSession', { id: 'session-1', state: 'paid', holds: true, ...link });
  }

  accepted(): this {
    return this.step('close', { reason: 'accepted' }, CLIENT);
  }
}

function usualActor(name: keyof Data): Actor {
  switch (name) {
    case 'receiveReply':
      return CLIENT;
    case 'assignAutomatically':
    case 'remind':
    case 'missTarget':
    case 'overrunEstimate':
    case 'expire':
    case 'changeSession':
    case 'flagMail':
    case 'ignoreCancel':
    case 'repair':
      return SYSTEM;
    default:
      return AGENT;
  }
}
