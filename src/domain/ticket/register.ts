import type { Instant } from '../instant';
import type { Actor } from '../actor';
import type { Registration } from './registration';
import type { Ticket } from './ticket';
import type { TicketEvent } from './events';

/** The first event of every ticket. The same pure step shows an accepted ticket before its workflow has run. */
export function registeredEvent(
  folio: string,
  at: Instant,
  actor: Actor,
  commandId: string,
  registration: Registration,
): Extract<TicketEvent, { type: 'registered' }> {
  return { folio, seq: 1, type: 'registered', at, actor, commandId, data: registration };
}

/** A ticket is open from the moment it is registered (policy, "TICKETS"). */
export function register(event: Extract<TicketEvent, { type: 'registered' }>): Ticket {
  const { follows, splitFrom, firstAttentionDue, ...registration } = event.data;
  return {
    ...registration,
    folio: event.folio,
    version: event.seq,
    clientVersion: event.seq,
    status: 'waiting_support',
    participantIds: registration.participantIds ?? [],
    impact: null,
    urgency: null,
    priority: null,
    assigneeId: null,
    milestones: {
      registered: { at: event.at, by: event.actor },
      categorized: null,
      prioritized: null,
      assigned: null,
      firstAttention: null,
      resolved: null,
    },
    attention: null,
    clientAnswered: false,
    waiting: null,
    solution: null,
    answeredSolution: false,
    spokeByPhone: false,
    targets: {
      firstAttention: { since: event.at, dueAt: firstAttentionDue, alarmed: false },
      nextReply: null,
    },
    outcomes: [],
    estimate: null,
    links: { follows, splitFrom, splitInto: [] },
    referral: null,
    remoteSessions: [],
    mailFailed: false,
    mailFailures: [],
    closure: null,
    createdAt: event.at,
    updatedAt: event.at,
  };
}
