import { ApplicationFailure } from '@temporalio/common';
import type { Instant } from '../domain/instant';
import type { PaymentFact } from '../domain/session/reconcile';
import type { RemoteSession } from '../domain/session/session';
import type { CheckoutReading } from '../integrations/payments/payments-port';
import { isArchived } from '../store/tickets/archive';
import { checkoutsOf, keepCheckout } from '../store/remote-sessions/session-checkouts';
import { claimTransfer } from '../store/remote-sessions/session-transfers';
import type { TicketDocument } from '../store/tickets/tickets';
import { askProvider } from './ask-provider';
import type { SessionActivityDeps } from './session-ports';

export interface PaymentsRead {
  facts: PaymentFact[];
  /** Of the page that the session has open; null when it has none. */
  status: CheckoutReading['status'] | null;
}

export interface RefundOrder {
  sessionId: string;
  paymentId: string;
  amountMinor: number;
  /** What is known to have gone back before, and what of it by other means than the provider. */
  refundedMinor: number;
  byHandMinor?: number;
}

export interface PaymentActivities {
  /** Opens the payment page once the ticket holds for it; `gone` when the ticket has closed. */
  openCheckout(order: {
    session: RemoteSession;
    expiresAt: Instant;
  }): Promise<{ gone: true } | { gone: false; checkoutId: string; expiresAt: Instant }>;
  /** Shuts the page, and reads what was paid up to then. */
  closeCheckout(order: { sessionId: string; checkoutId: string | null }): Promise<PaymentFact[]>;
  readPayments(order: { sessionId: string; checkoutId: string | null }): Promise<PaymentsRead>;
  /** Claims a bank transfer for a session; false when it has paid another. */
  claimTransfer(order: { sessionId: string; paymentId: string; now: Instant }): Promise<boolean>;
  /** Sends money back, unless the provider knows of more than we do: then its word, and no refund. */
  refundPayment(order: RefundOrder): Promise<{ refundId: string; totalMinor: number }>;
}

export function createPaymentActivities({
  store,
  payments,
  publicUrl,
}: SessionActivityDeps): PaymentActivities {
  const readAll = async (sessionId: string): Promise<Map<string, CheckoutReading>> => {
    const readings = new Map<string, CheckoutReading>();
    for (const { _id, url } of await checkoutsOf(store, sessionId)) {
      try {
        readings.set(_id, await payments.readCheckout(_id));
      } catch (error) {
        // Known from news only, and the provider knows nothing of it: no money to find.
        if (url !== null || !isMissing(error)) throw error;
      }
    }
    return readings;
  };
  return {
    openCheckout: ({ session, expiresAt }) =>
      askProvider('payment_provider', async () => {
        const { id: sessionId, folio, quote, checkout } = session;
        if (!quote || !checkout) return { gone: true };
        const ticket = await store.tickets.findById(folio).lean<TicketDocument>();
        if (ticket?.closed || (await isArchived(store, folio))) return { gone: true };
        // No money may be taken before the ticket is held: it might close over it.
        if (!ticket?.ticket.remoteSessions.some(({ id, holds }) => id === sessionId && holds)) {
          throw ApplicationFailure.create({ type: 'ticket_not_held', message: 'ticket_not_held' });
        }
        const opened = await payments.openCheckout({
          sessionId,
          folio,
          amountMinor: quote.amountMinor,
          currency: quote.currency,
          title: `Sesión remota de soporte, ticket ${folio}`,
          expiresAt,
          returnUrl: `${publicUrl}/sesiones/${sessionId}`,
          idempotencyKey: `${sessionId}-${checkout.attempt}-${expiresAt}`,
        });
        const createdAt = new Date().toISOString();
        await keepCheckout(store, { _id: opened.checkoutId, sessionId, url: opened.url, createdAt });
        return { gone: false, checkoutId: opened.checkoutId, expiresAt: opened.expiresAt };
      }),
    closeCheckout: ({ sessionId, checkoutId }) =>
      askProvider('payment_provider', async () => {
        if (checkoutId !== null) await payments.expireCheckout(checkoutId);
        const readings = await readAll(sessionId);
        // Whatever the provider answered: a page that can still be paid is not shut.
        if (checkoutId !== null && readings.get(checkoutId)?.status === 'open') {
          throw ApplicationFailure.create({ type: 'page_still_open', message: 'page_still_open' });
        }
        return factsOf(readings);
      }),
    readPayments: ({ sessionId, checkoutId }) =>
      askProvider('payment_provider', async () => {
        const readings = await readAll(sessionId);
        const status = checkoutId === null ? null : (readings.get(checkoutId)?.status ?? null);
        return { facts: factsOf(readings), status };
      }),
    claimTransfer: ({ sessionId, paymentId, now }) =>
      claimTransfer(store, { sessionId, paymentId, claimedAt: now }),
    refundPayment: ({ sessionId, paymentId, amountMinor, refundedMinor, byHandMinor = 0 }) =>
      askProvider('payment_provider', async () => {
        const fact = factsOf(await readAll(sessionId)).find((one) => one.paymentId === paymentId);
        const known = fact ? fact.refundedMinor + byHandMinor : 0;
        if (known > refundedMinor) return { refundId: 'provider', totalMinor: known };
        // The provider answers a key as it did the first time: one that failed is ordered under another.
        const again = fact && fact.failedMinor > 0 ? `-${fact.failedMinor}` : '';
        const idempotencyKey = `${sessionId}-${paymentId}-${refundedMinor}-${amountMinor}${again}`;
        const { refundId } = await payments.refund({ paymentId, amountMinor, idempotencyKey });
        return { refundId, totalMinor: refundedMinor + amountMinor };
      }),
  };
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'resource_missing';
}

function factsOf(readings: ReadonlyMap<string, CheckoutReading>): PaymentFact[] {
  return [...readings.values()].flatMap(({ payment }) => (payment ? [payment] : []));
}
