import type { Instant } from '../instant';
import type { SessionEvent, SessionRequest } from './events';
import { evolveSession, requestedSession } from './evolve';
import type { PaymentMethod, RemoteSession } from './session';

/** What a step of the money is, in the order in which a session may come to it. */
export const MONEY_STEPS = [
  'quoted',
  'quoted_again',
  'accepted',
  'card_refused',
  'paid',
  /** Late, a second time, or of another amount: it goes back in full. */
  'not_due',
  'refund_owed',
  'refunded',
  /** The bank did not accept it: it is sent anew. */
  'refund_failed',
  'disputed',
  'dispute_won',
  'dispute_lost',
] as const;
export type MoneyStep = (typeof MONEY_STEPS)[number];

/** One step of a session's money as its ticket tells it; minor units, VAT included. */
export interface SessionMoney {
  /** Of the session's event: what a ticket has been told already is known by it. */
  seq: number;
  at: Instant;
  step: MoneyStep;
  amountMinor: number;
  currency: string;
  /** How it was paid, where something was. */
  method: PaymentMethod | null;
  /** For support: the payment at the provider, the reference of bank or refund, and the person who did it. */
  paymentId: string | null;
  reference: string | null;
  by: string | null;
}

/**
 * What an event says of the money; null when it says nothing.
 * @param before the session as it stood before the event
 */
export function moneyOf(before: RemoteSession, event: SessionEvent): SessionMoney | null {
  const told = stepOf(before, event);
  if (!told) return null;
  const { seq, at, actor } = event;
  const by = actor.role === 'system' ? null : actor.id;
  return { seq, at, method: null, paymentId: null, reference: null, by, ...told };
}

/** Whether something from outside has the form of a step. */
export function isSessionMoney(value: unknown): value is SessionMoney {
  const { seq, at, step, amountMinor, currency } = (value ?? {}) as Partial<SessionMoney>;
  const known = (MONEY_STEPS as readonly unknown[]).includes(step);
  return (
    known && Number.isSafeInteger(seq) && Number.isSafeInteger(amountMinor) && isText(at) && isText(currency)
  );
}

/** The whole trail, from all the events of a session. */
export function moneyTrail(request: SessionRequest, events: readonly SessionEvent[]): SessionMoney[] {
  const trail: SessionMoney[] = [];
  let session = requestedSession(request);
  for (const event of events) {
    const money = moneyOf(session, event);
    if (money) trail.push(money);
    session = evolveSession(session, event);
  }
  return trail;
}

type Told = Pick<SessionMoney, 'step' | 'amountMinor' | 'currency'> & Partial<SessionMoney>;

function stepOf(before: RemoteSession, event: SessionEvent): Told | null {
  switch (event.name) {
    case 'quoted':
      return { step: before.quote ? 'quoted_again' : 'quoted', ...priced(event.data) };
    case 'accepted':
      return before.quote && { step: 'accepted', ...priced(before.quote) };
    case 'payment_refused':
      return before.quote && { step: 'card_refused', ...priced(before.quote), method: 'card' };
    case 'captured': {
      const { kept, method, paymentId, reference } = event.data;
      return { step: kept ? 'paid' : 'not_due', ...priced(event.data), method, paymentId, reference };
    }
    case 'cancelled':
    case 'ticket_gone':
    case 'payment_lost':
    case 'lapsed': {
      const { refundMinor: amountMinor = 0 } = event.data;
      return amountMinor > 0 ? ofPayment(before, keptId(before), { step: 'refund_owed', amountMinor }) : null;
    }
    case 'refunded': {
      const { paymentId, amountMinor, refundId: reference } = event.data;
      return ofPayment(before, paymentId, { step: 'refunded', amountMinor, reference });
    }
    case 'refund_failed': {
      const { paymentId, amountMinor } = event.data;
      return amountMinor > 0 ? ofPayment(before, paymentId, { step: 'refund_failed', amountMinor }) : null;
    }
    case 'disputed':
      return ofPayment(before, event.data.paymentId, { step: 'disputed' });
    case 'dispute_settled': {
      const { paymentId, won, amountMinor } = event.data;
      return ofPayment(
        before,
        paymentId,
        won ? { step: 'dispute_won' } : { step: 'dispute_lost', amountMinor },
      );
    }
    default:
      return null;
  }
}

function priced({ amountMinor, currency }: { amountMinor: number; currency: string }): {
  amountMinor: number;
  currency: string;
} {
  return { amountMinor, currency: currency.toUpperCase() };
}

/** The amount is the payment's unless another is given. */
function ofPayment(
  { payments }: RemoteSession,
  paymentId: string | undefined,
  told: Pick<SessionMoney, 'step'> & Partial<SessionMoney>,
): Told | null {
  const payment = payments.find(({ id }) => id === paymentId);
  if (!payment) return null;
  const { id, method, capturedMinor, currency } = payment;
  return { ...priced({ amountMinor: capturedMinor, currency }), method, paymentId: id, ...told };
}

function keptId({ payments }: RemoteSession): string | undefined {
  return payments.find(({ kept }) => kept)?.id;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
