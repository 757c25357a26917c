import type { Actor } from '../actor';
import type { Instant } from '../instant';
import type { SessionConditions } from '../policy/remote-session-policy';

export const PLATFORMS = ['zoom', 'anydesk'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where a paid session stands, in the order of the policy's process; the last four are final. */
export const SESSION_STATES = [
  'requested',
  'quoted',
  'checkout',
  'paid',
  'scheduled',
  'in_progress',
  'completed',
  'client_absent',
  'cancelled',
  'expired',
] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Cost and terms as the client gets them; amounts in minor units, VAT included. */
export interface Quote {
  amountMinor: number;
  currency: string;
  terms: string;
  validUntil: Instant;
  /** The policy data that held when it was given; what is accepted is pinned. */
  conditions: SessionConditions;
}

/** A payment page at the provider. */
export interface Checkout {
  /** Counts the pages of the session; part of the idempotency key. */
  attempt: number;
  /** The provider's id, null until the page is there. */
  id: string | null;
  expiresAt: Instant | null;
  open: boolean;
  /** Whether the page must be shut at the provider before anything else happens. */
  closing: boolean;
}

export type PaymentMethod = 'card' | 'transfer';

/** One capture, and what has gone back of it. Minor units. */
export interface Payment {
  id: string;
  method: PaymentMethod;
  capturedMinor: number;
  currency: string;
  capturedAt: Instant;
  refundedMinor: number;
  /** Owed to the client and not yet sent back. */
  refundDueMinor: number;
  /** Taken back by the client's bank. */
  lostMinor: number;
  /** Refunds on record so far. */
  refunds: number;
  /** Of what has gone back, what a person sent by other means; absent in payments from before that was told apart. */
  byHandMinor?: number;
  /** All that the bank did not accept of refunds that were on record. */
  failedMinor?: number;
  /** Whether it pays the session; a second, late or wrong one does not. */
  kept: boolean;
  dispute: 'none' | 'open' | 'won' | 'lost';
}

export interface Slot {
  startsAt: Instant;
  endsAt: Instant;
  agentId: string;
  /** Chosen by the client in place of a time that was already too near to cancel free of charge. */
  late: boolean;
}

/** What the session has to get done outside by itself. */
export type DutyName =
  | 'open_checkout'
  | 'close_checkout'
  | 'read_payments'
  | 'refund'
  | 'create_meeting'
  | 'remove_meeting'
  | 'release_slot';

/** A step outside that does not succeed; it is tried again by the clock, and at once when somebody asks. */
export interface Trouble {
  duty: DutyName;
  code: string;
  since: Instant;
  attempts: number;
  retryAt: Instant;
}

/** A paid remote session: the fold of its events. Holds no secret: link and password are kept elsewhere, sealed. */
export interface RemoteSession {
  /** `session-<folio>-<n>`: also the id of its workflow. */
  id: string;
  folio: string;
  organizationId: string;
  /** Who asked for it, on the customer's side. */
  clientId: string;
  platform: Platform;
  reason: string;
  /** Until a quote pins newer ones. */
  conditions: SessionConditions;
  version: number;
  state: SessionState;
  /** When the present state was entered. */
  since: Instant;
  quote: Quote | null;
  accepted: { at: Instant; by: Actor } | null;
  checkout: Checkout | null;
  /** The client or support gave it up while a payment page was open: decided once the page is shut. */
  cancelling: { by: Actor; reason: string } | null;
  payments: Payment[];
  slot: Slot | null;
  /** The agent's time that is taken for the session. */
  booking: Slot | null;
  meeting: { startsAt: Instant } | null;
  /** End of the quote that the client was reminded of; absent in sessions from before there was a reminder. */
  quoteReminded?: Instant | null;
  /** Whether support did not hold it at a time before; absent in sessions of which that was not kept. */
  missedBySupport?: boolean;
  remindersSent: number[];
  accessOpened: boolean;
  unattended: boolean;
  warned: boolean;
  startedAt: Instant | null;
  endedAt: Instant | null;
  troubles: Trouble[];
  createdAt: Instant;
  updatedAt: Instant;
}

/** Whether nothing happens any more but what is owed: refunds, disputes, a meeting to remove. */
export function isFinal(state: SessionState): boolean {
  return state === 'completed' || state === 'client_absent' || state === 'cancelled' || state === 'expired';
}

/** From the opened checkout on, the ticket can not close (process, "Remote session and closing"). */
export function holdsTicket(state: SessionState): boolean {
  return state === 'checkout' || state === 'paid' || state === 'scheduled' || state === 'in_progress';
}

/** The one payment that pays the session; a second, late or wrong one goes back. */
export function keptPayment(session: RemoteSession): Payment | undefined {
  return session.payments.find((payment) => payment.kept);
}

/** What of a payment is neither back with the client nor owed to them. */
export function retainedMinor({ capturedMinor, refundedMinor, refundDueMinor, lostMinor }: Payment): number {
  return capturedMinor - refundedMinor - refundDueMinor - lostMinor;
}
