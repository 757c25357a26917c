import type { Actor } from '../domain/actor';
import { owedByHand } from '../domain/session/duties';
import type { SessionEvent, SessionEventName } from '../domain/session/events';
import type { RemoteSession } from '../domain/session/session';
import type { NewNotice, RecipientRole, SessionMailKind } from '../store/notices/notices';

type EventOf<N extends SessionEventName> = Extract<SessionEvent, { name: N }>;
type Audience = 'clients' | 'agent' | 'supervisors' | 'formerAgent';

/** What a plan may look at: the session after the events, and the people around it. */
export interface SessionSetting {
  session: RemoteSession;
  events: readonly SessionEvent[];
  /** Who asked for it, and the ticket's requester of today. */
  clientIds: readonly string[];
  /** Who holds it; without an appointed time the ticket's agent. */
  agentId: string | null;
  /** Who had the time before, by the event that chose another. */
  formerAgents: ReadonlyMap<number, string>;
  supervisorIds: readonly string[];
}

type Telling = readonly [SessionMailKind, Audience];
type Plan<N extends SessionEventName> = (event: EventOf<N>, session: RemoteSession) => readonly Telling[];

const CANCELLED: readonly Telling[] = [
  ['session_cancelled', 'clients'],
  ['staff_session_cancelled', 'agent'],
];

/** Whom each event is told to. An event without a line is told to nobody. */
const PLANS: { readonly [N in SessionEventName]?: Plan<N> } = {
  quoted: () => [['session_quoted', 'clients']],
  quote_reminded: () => [['quote_expiring', 'clients']],
  checkout_opened: () => [['checkout_opened', 'clients']],
  checkout_closed: (_event, session) => closedPage(session),
  payment_refused: () => [['payment_refused', 'clients']],
  captured: ({ data }, session) =>
    data.kept
      ? [
          ['session_paid', 'clients'],
          ['staff_session_paid', 'agent'],
        ]
      : [['payment_returned', 'clients'], ...toReturn(session)],
  refunded: () => [['refund_sent', 'clients']],
  disputed: () => [
    ['staff_payment_disputed', 'supervisors'],
    ['staff_payment_disputed', 'agent'],
  ],
  dispute_settled: () => [['staff_dispute_settled', 'supervisors']],
  slot_chosen: () => [
    ['slot_chosen', 'clients'],
    ['staff_slot_chosen', 'agent'],
    ['staff_slot_passed_on', 'formerAgent'],
  ],
  reminded: () => [
    ['session_near', 'clients'],
    ['staff_session_near', 'agent'],
  ],
  access_opened: (_event, { meeting }) => [
    ...(meeting ? ([['access_ready', 'clients']] as const) : []),
    ['staff_access_ready', 'agent'],
  ],
  // Made late: the moment has come already.
  meeting_ready: (_event, session) => lateAccess(session),
  meeting_given: (_event, session) => lateAccess(session),
  unattended: () => [['staff_attendance_missing', 'agent']],
  warned: () => [
    ['session_ending', 'clients'],
    ['staff_session_ending', 'agent'],
  ],
  ended: () => ENDED,
  time_up: () => ENDED,
  client_absent: () => [['client_absent', 'clients']],
  agent_absent: () => NOT_HELD,
  unheld: () => NOT_HELD,
  // Given up while a page was open: it counts once the page is shut.
  cancelled: (_event, session) => (session.cancelling ? [] : [...CANCELLED, ...toReturn(session)]),
  ticket_gone: (_event, session) => (session.cancelling ? [] : [...CANCELLED, ...toReturn(session)]),
  payment_lost: (_event, session) => [...CANCELLED, ...toReturn(session)],
  lapsed: ({ data }, session) =>
    data.refundMinor > 0
      ? [['choice_expired', 'clients'], ...toReturn(session)]
      : [['quote_expired', 'clients']],
};

const ENDED: readonly Telling[] = [
  ['session_ended', 'clients'],
  ['staff_session_ended', 'agent'],
];

const NOT_HELD: readonly Telling[] = [
  ['session_not_held', 'clients'],
  ['staff_session_not_held', 'agent'],
  ['staff_session_not_held', 'supervisors'],
];

/** The notices that a session's events give, in their order; one per event and recipient. */
export function planSessionNotices(setting: SessionSetting): NewNotice[] {
  const notices = new Map<string, NewNotice>();
  for (const event of setting.events) {
    const plan = PLANS[event.name] as Plan<SessionEventName> | undefined;
    for (const [kind, audience] of plan?.(event, setting.session) ?? []) {
      for (const recipient of recipientsOf(audience, event, setting)) {
        const notice = { folio: event.sessionId, seq: event.seq, kind, ...recipient };
        const key = `${event.seq}:${recipient.recipientId}`;
        if (!notices.has(key)) notices.set(key, notice);
      }
    }
  }
  return [...notices.values()];
}

function recipientsOf(
  audience: Audience,
  { actor, seq, name, data }: SessionEvent,
  { clientIds, agentId, formerAgents, supervisorIds }: SessionSetting,
): { role: RecipientRole; recipientId: string }[] {
  switch (audience) {
    case 'clients':
      return clientIds.map((recipientId) => ({ role: 'requester', recipientId }));
    case 'agent':
      return others(actor, name === 'slot_chosen' ? data.agentId : agentId).map((recipientId) => ({
        role: 'assignee',
        recipientId,
      }));
    case 'formerAgent':
      return others(actor, formerAgents.get(seq) ?? null).map((recipientId) => ({
        role: 'assignee',
        recipientId,
      }));
    case 'supervisors':
      return supervisorIds.map((recipientId) => ({ role: 'supervisor', recipientId }));
  }
}

/** Nobody of support is told by mail of what they did themselves. */
function others(actor: Actor, id: string | null): string[] {
  return id === null || id === actor.id ? [] : [id];
}

function closedPage({ state, cancelling }: RemoteSession): readonly Telling[] {
  if (state === 'cancelled') return cancelling ? CANCELLED : [];
  if (state === 'expired') return [['quote_expired', 'clients']];
  return state === 'quoted' ? [['checkout_expired', 'clients']] : [];
}

function lateAccess({ accessOpened }: RemoteSession): readonly Telling[] {
  return accessOpened ? [['access_ready', 'clients']] : [];
}

function toReturn(session: RemoteSession): readonly Telling[] {
  return owedByHand(session).length > 0 ? [['staff_transfer_to_return', 'supervisors']] : [];
}
