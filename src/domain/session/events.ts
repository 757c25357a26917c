import type { Actor } from '../actor';
import type { Instant } from '../instant';
import type { SessionConditions } from '../policy/remote-session-policy';
import type { DutyName, PaymentMethod, Platform, Quote, Slot } from './session';

/** What each event carries. People's commands, facts from outside and the clock share one vocabulary. */
export interface SessionEventData {
  // People
  quoted: Quote;
  accepted: Record<string, never>;
  slot_chosen: Slot;
  /** `offerId` names what was entered, which waits sealed elsewhere. */
  meeting_given: { offerId?: string };
  started: Record<string, never>;
  ended: Record<string, never>;
  client_absent: Record<string, never>;
  agent_absent: Record<string, never>;
  /** `refundMinor` is what the terms give back of the payment that was kept. */
  cancelled: { reason: string; refundMinor: number };
  retried: Record<string, never>;

  // Money
  checkout_opened: { checkoutId: string; expiresAt: Instant };
  checkout_closed: Record<string, never>;
  payment_refused: { checkoutId: string };
  captured: {
    paymentId: string;
    method: PaymentMethod;
    amountMinor: number;
    currency: string;
    /** For a transfer: the bank's reference and the file that shows it. */
    reference: string | null;
    attachmentId: string | null;
    /** Whether it pays the session; decided here. */
    kept: boolean;
  };
  refunded: { paymentId: string; refundId: string; amountMinor: number; totalMinor: number };
  /** A refund that was on record did not arrive; `totalMinor` is all of the payment that failed so far. */
  refund_failed: { paymentId: string; amountMinor: number; totalMinor: number };
  disputed: { paymentId: string };
  dispute_settled: { paymentId: string; won: boolean; amountMinor: number };

  // Outside
  meeting_ready: { startsAt: Instant };
  meeting_removed: Record<string, never>;
  slot_released: Record<string, never>;
  /** The ticket has closed. `refundMinor` is what goes back of a payment that came in the same moment. */
  ticket_gone: { refundMinor?: number };
  /** The client's bank took back what paid the session before it was held. */
  payment_lost: { refundMinor?: number };
  troubled: { duty: DutyName; code: string; retryAt: Instant };
  recovered: { duty: DutyName };

  // Clock
  lapsed: { refundMinor: number };
  /** The quote ends soon. */
  quote_reminded: { validUntil: Instant };
  reminded: { hours: number; startsAt: Instant };
  access_opened: Record<string, never>;
  unattended: Record<string, never>;
  unheld: Record<string, never>;
  warned: { endsAt: Instant };
  time_up: Record<string, never>;
}

export type SessionEventName = keyof SessionEventData;

/** What somebody asks for or what happened, before the rules have judged it. */
export type SessionIntent = {
  [N in SessionEventName]: { name: N; data: SessionEventData[N] };
}[SessionEventName];

/** One change of one session; `seq` counts from 1 without gaps, across its runs. */
export type SessionEvent = {
  [N in SessionEventName]: {
    sessionId: string;
    seq: number;
    name: N;
    at: Instant;
    actor: Actor;
    commandId: string;
    data: SessionEventData[N];
  };
}[SessionEventName];

/** What a session begins with. */
export interface SessionRequest {
  id: string;
  folio: string;
  organizationId: string;
  clientId: string;
  platform: Platform;
  reason: string;
  conditions: SessionConditions;
  at: Instant;
  /** As a session begins. Left out of requests from before that was kept: what they gave back stays as it was. */
  missedBySupport?: false;
}

/** Events that move money or tell of it: they go to the ledger. */
export const MONEY_EVENTS = ['captured', 'refunded', 'refund_failed', 'disputed', 'dispute_settled'] as const;
export type MoneyEvent = Extract<SessionEvent, { name: (typeof MONEY_EVENTS)[number] }>;

/** Whether the event moved money: these go to the ledger. */
export function isMoney(event: SessionEvent): event is MoneyEvent {
  return (MONEY_EVENTS as readonly string[]).includes(event.name);
}
