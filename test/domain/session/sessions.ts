import { SYSTEM, type Actor } from '../../../src/domain/actor';
import { DomainError } from '../../../src/domain/domain-error';
import {
  DEFAULT_REMOTE_SESSION_POLICY,
  type SessionConditions,
} from '../../../src/domain/policy/remote-session-policy';
import { decideSession } from '../../../src/domain/session/decide';
import type { SessionEventData, SessionEventName, SessionIntent } from '../../../src/domain/session/events';
import { evolveSession, requestedSession } from '../../../src/domain/session/evolve';
import type { RemoteSession, SessionState } from '../../../src/domain/session/session';

export const CONDITIONS: SessionConditions = { ...DEFAULT_REMOTE_SESSION_POLICY, maxMinutes: 60 };
export const T0 = '2026-11-24T15:00:00.000Z';
export const BUYER: Actor = { id: 'client-1', role: 'client' };
export const AGENT: Actor = { id: 'agent-1', role: 'agent' };
export const SUPERVISOR: Actor = { id: 'supervisor-1', role: 'supervisor' };

export function later(at: string, hours: number): string {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString();
}

export const START = later(T0, 48);

export const DATA: SessionEventData = {
  quoted: {
    amountMinor: 116_000,
    currency: 'MXN',
    terms: 'Términos',
    validUntil: later(T0, 168),
    conditions: CONDITIONS,
  },
  accepted: {},
  slot_chosen: { startsAt: START, endsAt: later(START, 1), agentId: 'agent-1', late: false },
  meeting_given: {},
  started: {},
  ended: {},
  client_absent: {},
  agent_absent: {},
  cancelled: { reason: 'Ya no es necesaria', refundMinor: 0 },
  retried: {},
  checkout_opened: { checkoutId: 'cs_1', expiresAt: later(T0, 1) },
  checkout_closed: {},
  payment_refused: { checkoutId: 'cs_1' },
  captured: {
    paymentId: 'pi_1',
    method: 'card',
    amountMinor: 116_000,
    currency: 'MXN',
    reference: null,
    attachmentId: null,
    kept: false,
  },
  refunded: { paymentId: 'pi_1', refundId: 're_1', amountMinor: 0, totalMinor: 116_000 },
  refund_failed: { paymentId: 'pi_1', amountMinor: 116_000, totalMinor: 116_000 },
  disputed: { paymentId: 'pi_1' },
  dispute_settled: { paymentId: 'pi_1', won: true, amountMinor: 0 },
  meeting_ready: { startsAt: START },
  meeting_removed: {},
  slot_released: {},
  ticket_gone: {},
  troubled: { duty: 'refund', code: 'provider_unavailable', retryAt: later(T0, 1) },
  recovered: { duty: 'refund' },
  lapsed: { refundMinor: 0 },
  payment_lost: {},
  quote_reminded: { validUntil: later(T0, 168) },
  reminded: { hours: 24, startsAt: START },
  access_opened: {},
  unattended: {},
  unheld: {},
  warned: { endsAt: later(START, 1) },
  time_up: {},
};

const PEOPLE: Partial<Record<SessionEventName, Actor>> = {
  quoted: AGENT,
  accepted: BUYER,
  slot_chosen: BUYER,
  meeting_given: AGENT,
  started: AGENT,
  ended: AGENT,
  client_absent: AGENT,
  agent_absent: AGENT,
  cancelled: BUYER,
  retried: AGENT,
};

export function intentOf<N extends SessionEventName>(
  name: N,
  data: Partial<SessionEventData[N]> = {},
): SessionIntent {
  return { name, data: { ...DATA[name], ...data } } as SessionIntent;
}

/** One step; a session that refuses stays as it is when `lenient`. */
export function step(
  session: RemoteSession,
  intent: SessionIntent,
  { at = T0, actor = PEOPLE[intent.name] ?? SYSTEM, lenient = false } = {},
): RemoteSession {
  try {
    const event = decideSession(session, intent, { at, actor, commandId: 'c' });
    return event ? evolveSession(session, event) : session;
  } catch (error) {
    if (lenient && error instanceof DomainError) return session;
    throw error;
  }
}

export function aSession(): RemoteSession {
  return requestedSession({
    id: 'session-100001-1',
    folio: '100001',
    organizationId: 'org-1',
    clientId: BUYER.id,
    platform: 'zoom',
    reason: 'Revisar el corte juntos',
    conditions: CONDITIONS,
    at: T0,
    missedBySupport: false,
  });
}

const PATHS: Record<SessionState, [SessionIntent, string?][]> = {
  requested: [],
  quoted: [[intentOf('quoted')]],
  checkout: [[intentOf('quoted')], [intentOf('accepted')], [intentOf('checkout_opened')]],
  paid: [[intentOf('quoted')], [intentOf('accepted')], [intentOf('checkout_opened')], [intentOf('captured')]],
  scheduled: [],
  in_progress: [],
  completed: [],
  client_absent: [],
  cancelled: [[intentOf('cancelled')]],
  expired: [[intentOf('lapsed')]],
};
PATHS.scheduled = [...PATHS.paid, [intentOf('slot_chosen')], [intentOf('meeting_ready')]];
PATHS.in_progress = [...PATHS.scheduled, [intentOf('started'), START]];
PATHS.completed = [...PATHS.in_progress, [intentOf('ended'), later(START, 0.5)]];
PATHS.client_absent = [...PATHS.scheduled, [intentOf('client_absent'), later(START, 0.5)]];

/** A session that has come to a state by the usual way. */
export function sessionIn(state: SessionState): RemoteSession {
  return PATHS[state].reduce((session, [intent, at = T0]) => step(session, intent, { at }), aSession());
}
