import type { Instant } from '../instant';
import { isClientSide } from '../actor';
import type { WaitPlan } from './business-times';
import { isClientVisible, type EventType, type TicketEvent } from './events';
import { concernsClient, withFailure } from './mail-failure';
import { register } from './register';
import { movedTargets } from './targets';
import {
  isHeldBySession,
  type Milestones,
  type Stamp,
  type Target,
  type TargetOutcome,
  type Ticket,
  type Waiting,
} from './ticket';

type EventOf<T extends EventType> = Extract<TicketEvent, { type: T }>;
type Effects = { [T in EventType]: (ticket: Ticket, event: EventOf<T>) => Partial<Ticket> };

/** What each event changes on the ticket. Total: an event always applies. */
const EFFECTS: Effects = {
  registered: (ticket) => ticket,
  categorized: (ticket, event) => ({
    type: event.data.type,
    milestones: reached(ticket, 'categorized', event),
  }),
  prioritized: (ticket, event) => ({
    impact: event.data.impact,
    urgency: event.data.urgency,
    priority: event.data.priority,
    milestones: reached(ticket, 'prioritized', event),
    targets: movedTargets(ticket.targets, event.data, event.at),
  }),
  assigned: (ticket, event) => ({
    assigneeId: event.data.agentId,
    milestones: reached(ticket, 'assigned', event),
  }),
  assignment_requested: () => ({}),
  attention_recorded: (ticket, event) => {
    const { estimateDue, ...attention } = event.data;
    return { attention, estimate: estimateDue ? { dueAt: estimateDue, overrun: false } : ticket.estimate };
  },
  first_attended: (ticket, event) => ({ milestones: reached(ticket, 'firstAttention', event) }),
  contact_corrected: (_ticket, event) => ({ contact: event.data.contact }),
  incident_corrected: (_ticket, event) => ({
    incidentAt: event.data.incidentAt,
    description: event.data.description,
  }),
  message_posted: (ticket, event) =>
    isClientSide(event.actor) ? replied(ticket, event) : spoken(ticket, event),
  note_added: () => ({}),
  phone_call_recorded: (ticket, event) => ({
    ...(event.data.clientReplied ? wordToSupport(ticket, event.at, event.data.nextReplyDue) : {}),
    clientAnswered: ticket.clientAnswered || event.data.outcome === 'answered',
    spokeByPhone: ticket.spokeByPhone || event.data.outcome === 'answered',
  }),
  solution_proposed: (ticket, event) => ({
    // What was estimated is there: from here on the client has the word.
    estimate: null,
    clientAnswered: true,
    solution: { at: event.at, by: event.actor, origin: event.data.origin },
    answeredSolution: false,
    ...wordToClient(ticket, 'solution', event, event.data.wait),
  }),
  solution_retracted: (ticket, event) => ({
    ...wordToSupport(ticket, event.at, event.data.nextReplyDue),
    solution: event.data.cause === 'solution' ? null : ticket.solution,
  }),
  reminder_sent: (ticket, event) => ({
    waiting: ticket.waiting && {
      ...ticket.waiting,
      reminders: ticket.waiting.reminders.filter((reminder) => reminder.hours < event.data.hours),
    },
  }),
  target_missed: (ticket, event) => ({
    targets:
      event.data.target === 'first_attention'
        ? { ...ticket.targets, firstAttention: alarmed(ticket.targets.firstAttention) }
        : { ...ticket.targets, nextReply: alarmed(ticket.targets.nextReply) },
  }),
  target_settled: (ticket, event) => ({
    outcomes: latest([...ticket.outcomes, event.data]),
    targets:
      event.data.target === 'first_attention'
        ? { ...ticket.targets, firstAttention: null }
        : { ...ticket.targets, nextReply: null },
  }),
  estimate_overrun: (ticket) => ({ estimate: ticket.estimate && { ...ticket.estimate, overrun: true } }),
  participant_added: (ticket, event) => ({ participantIds: [...ticket.participantIds, event.data.clientId] }),
  participant_removed: (ticket, event) => ({
    participantIds: ticket.participantIds.filter((id) => id !== event.data.clientId),
  }),
  requester_changed: (ticket, event) => ({
    requesterId: event.data.clientId,
    participantIds: ticket.participantIds.filter((id) => id !== event.data.clientId),
  }),
  split: (ticket, event) => ({
    links: {
      ...ticket.links,
      splitInto: [...ticket.links.splitInto, ...event.data.parts.map((part) => part.folio)],
    },
  }),
  referred: (_ticket, { at, data: { reference = null, cost = null } }) => ({
    clientAnswered: true,
    referral: { at, reference, cost },
  }),
  referral_updated: (ticket, { data: { reference, cost } }) => ({
    referral: ticket.referral && { ...ticket.referral, reference, cost },
  }),
  session_changed: (ticket, event) => {
    const { id, state, holds, nextReplyDue, money } = event.data;
    const known = ticket.remoteSessions.find((session) => session.id === id);
    const moneyTold = money?.at(-1)?.seq ?? known?.moneyTold;
    const link = { id, state, holds, ...(moneyTold !== undefined && { moneyTold }) };
    const remoteSessions = [...ticket.remoteSessions.filter((session) => session.id !== id), link];
    if (remoteSessions.some((session) => session.holds)) {
      return { remoteSessions, waiting: ticket.waiting && { ...ticket.waiting, reminders: [] } };
    }
    const released = isHeldBySession(ticket) && ticket.waiting !== null;
    return { remoteSessions, ...(released && wordToSupport(ticket, event.at, nextReplyDue)) };
  },
  incident_linked: (_ticket, { data: { incidentId: id, title } }) => ({ generalIncident: { id, title } }),
  incident_unlinked: () => ({ generalIncident: null }),
  policy_migrated: (ticket, { at, seq, data }) => ({
    ...data.after,
    waiting: ticket.waiting && data.wait && planned(ticket, ticket.waiting.cause, seq, data.wait),
    targets: movedTargets(ticket.targets, data, at),
  }),
  mail_failed: (ticket, { at, data }) => ({
    mailFailed: ticket.mailFailed || concernsClient(data),
    mailFailures: withFailure(ticket.mailFailures ?? [], data, at),
  }),
  engine_cancel_ignored: () => ({}),
  run_repaired: () => ({}),
  closed: (ticket, event) => ({
    status: 'closed',
    waiting: null,
    estimate: null,
    closure: { ...event.data, at: event.at, by: event.actor },
    remoteSessions: ticket.remoteSessions.map(endedWithTicket),
    milestones: RESOLVING.has(event.data.reason) ? reached(ticket, 'resolved', event) : ticket.milestones,
  }),
};

/** A session that was asked for or quoted ends with its ticket; one that holds would have kept it open. */
function endedWithTicket(session: Ticket['remoteSessions'][number]): Ticket['remoteSessions'][number] {
  const pending = session.state === 'requested' || session.state === 'quoted';
  return pending ? { ...session, state: 'cancelled' } : session;
}

/** Replies' outcomes kept on the ticket; older ones stay in the events. That of the first attention always stays. */
const MAX_REPLY_OUTCOMES = 50;

/** Reasons that mean the problem was attended; a withdrawal or a duplicate resolves nothing. */
const RESOLVING: ReadonlySet<string> = new Set(['resolved', 'accepted', 'no_client_response']);

/** The ticket after one more event. */
export function evolve(ticket: Ticket, event: TicketEvent): Ticket {
  const effect = EFFECTS[event.type] as (ticket: Ticket, event: TicketEvent) => Partial<Ticket>;
  const visible = isClientVisible(event);
  return {
    ...ticket,
    ...effect(ticket, event),
    version: event.seq,
    clientVersion: visible ? event.seq : ticket.clientVersion,
    updatedAt: event.at,
    clientUpdatedAt: visible ? event.at : updatedForClient(ticket),
  };
}

/** When something last changed that the client may see: an internal note must not show by its instant either. */
export function updatedForClient({ clientUpdatedAt, updatedAt }: Ticket): Instant {
  return clientUpdatedAt ?? updatedAt;
}

/**
 * The ticket that a whole sequence of events gives.
 * @throws Error when the sequence does not begin with a registration: such a ticket never existed.
 */
export function fold(events: readonly TicketEvent[]): Ticket {
  const [first, ...rest] = events;
  if (first?.type !== 'registered') throw new Error('A ticket begins with its registration');
  return rest.reduce(evolve, register(first));
}

function reached(ticket: Ticket, milestone: keyof Milestones, event: TicketEvent): Milestones {
  const stamp: Stamp = { at: event.at, by: event.actor };
  return { ...ticket.milestones, [milestone]: stamp };
}

function replied(ticket: Ticket, event: EventOf<'message_posted'>): Partial<Ticket> {
  const { receivedAt, nextReplyDue } = event.data;
  // What was written before the solution, and read after it, says nothing of it.
  const ofSolution = ticket.solution !== null && receivedAt > ticket.solution.at;
  return {
    ...wordToSupport(ticket, receivedAt, nextReplyDue),
    ...(ofSolution && { answeredSolution: true }),
  };
}

function spoken(ticket: Ticket, event: EventOf<'message_posted'>): Partial<Ticket> {
  const { wait } = event.data;
  if (!wait) return { clientAnswered: true };
  return { clientAnswered: true, ...wordToClient(ticket, 'question', event, wait) };
}

function wordToClient(
  ticket: Ticket,
  cause: Waiting['cause'],
  { seq }: TicketEvent,
  wait: WaitPlan,
): Partial<Ticket> {
  return { status: 'waiting_client', waiting: planned(ticket, cause, seq, wait) };
}

function planned(
  ticket: Ticket,
  cause: Waiting['cause'],
  seq: number,
  { autoCloseAt, reminders, explanation: { startedAt: since } }: WaitPlan,
): Waiting {
  // Nobody is told of a closing that a session holds.
  const ahead = isHeldBySession(ticket) ? [] : reminders;
  return { cause, since, seq, autoCloseAt, reminders: ahead };
}

function wordToSupport(ticket: Ticket, since: string, nextReplyDue: string | null): Partial<Ticket> {
  const nextReply =
    ticket.targets.nextReply ?? (nextReplyDue && { since, dueAt: nextReplyDue, alarmed: false });
  return {
    status: 'waiting_support',
    waiting: null,
    targets: { ...ticket.targets, nextReply: nextReply || null },
  };
}

function latest(outcomes: TargetOutcome[]): TargetOutcome[] {
  const replies = outcomes.filter(({ target }) => target === 'next_reply').slice(-MAX_REPLY_OUTCOMES);
  return outcomes.filter((outcome) => outcome.target === 'first_attention' || replies.includes(outcome));
}

function alarmed(target: Target | null): Target | null {
  return target && { ...target, alarmed: true };
}
