import Stripe from 'stripe';
import { epochMs, instantAt } from '../../domain/instant';
import type { PaymentFact } from '../../domain/session/reconcile';
import {
  UnsignedNewsError,
  type CheckoutReading,
  type PaymentNews,
  type PaymentsPort,
} from './payments-port';

export interface StripeSettings {
  /** Name in the address of the news: `stripe`, or `local` for the double that speaks the same form. */
  provider: string;
  secretKey: string;
  webhookSecret: string;
  /** Only for the local double and stripe-mock. */
  apiUrl: string | null;
}

/** News older than this is refused (replay). Seconds. */
const TOLERANCE_S = 300;
const TIMEOUT_MS = 8_000;
/** Minimum charge (https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). */
const LEAST_MINOR = { MXN: 1_000 };

/** Payments by Stripe's hosted checkout (https://docs.stripe.com/api). */
export function createStripePayments({
  provider,
  secretKey,
  webhookSecret,
  apiUrl,
}: StripeSettings): PaymentsPort {
  const stripe = new Stripe(secretKey, {
    // The activities decide about repeating.
    maxNetworkRetries: 0,
    timeout: TIMEOUT_MS,
    telemetry: false,
    ...(apiUrl !== null && hostOf(apiUrl)),
  });
  return {
    provider,
    leastMinor: LEAST_MINOR,
    async openCheckout(order) {
      const { sessionId, folio, amountMinor, currency, title, expiresAt, returnUrl, idempotencyKey } = order;
      const metadata = { session_id: sessionId, folio };
      const session = await stripe.checkout.sessions.create(
        {
          mode: 'payment',
          // Paid days later, in a shop or by the bank, it would come after the page has ended.
          excluded_payment_method_types: ['oxxo', 'customer_balance'],
          client_reference_id: sessionId,
          metadata,
          payment_intent_data: { metadata, description: title },
          line_items: [
            {
              quantity: 1,
              price_data: {
                currency: currency.toLowerCase(),
                unit_amount: amountMinor,
                product_data: { name: title },
              },
            },
          ],
          locale: 'es',
          expires_at: Math.floor(epochMs(expiresAt) / 1_000),
          success_url: returnUrl,
          cancel_url: returnUrl,
        },
        { idempotencyKey },
      );
      const safe = apiUrl === null || !apiUrl.startsWith('http:') ? /^https:/i : /^https?:/i;
      if (!session.id || !safe.test(session.url ?? '')) throw new Error('The provider gave no payment page');
      return { checkoutId: session.id, url: session.url!, expiresAt: instantAt(session.expires_at * 1_000) };
    },
    async readCheckout(checkoutId): Promise<CheckoutReading> {
      const session = await stripe.checkout.sessions.retrieve(checkoutId, {
        expand: ['payment_intent.latest_charge.refunds'],
      });
      const status = statusOf(session.status);
      if (session.payment_status !== 'paid') return { status, payment: null };
      const intent = typeof session.payment_intent === 'object' ? session.payment_intent : null;
      if (intent === null) throw new Error('The page was paid, and the payment is not shown');
      return { status, payment: sound(await factOf(stripe, intent)) };
    },
    async expireCheckout(checkoutId) {
      const { status } = await stripe.checkout.sessions.retrieve(checkoutId);
      if (statusOf(status) === 'open') await stripe.checkout.sessions.expire(checkoutId);
    },
    async refund({ paymentId, amountMinor, idempotencyKey }) {
      const refund = await stripe.refunds.create(
        { payment_intent: paymentId, amount: amountMinor },
        { idempotencyKey },
      );
      if (refund.status === 'failed' || refund.status === 'canceled')
        throw new Error('The refund was refused');
      return { refundId: refund.id };
    },
    verify(body, signature) {
      return newsIn(verified(stripe, body, signature, webhookSecret));
    },
  };
}

function verified(stripe: Stripe, body: Buffer, signature: string | undefined, secret: string): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(body, signature ?? '', secret, TOLERANCE_S);
  } catch {
    throw new UnsignedNewsError();
  }
}

async function factOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<PaymentFact> {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const dispute = charge?.disputed ? await disputeOf(stripe, intent.id) : null;
  return {
    paymentId: intent.id,
    capturedMinor: intent.amount_received,
    currency: intent.currency.toUpperCase(),
    refundedMinor: charge?.amount_refunded ?? 0,
    failedMinor: failedIn(charge?.refunds?.data ?? []),
    dispute: dispute?.state ?? 'none',
    disputedMinor: dispute?.amountMinor ?? 0,
  };
}

/** What was ordered and did not arrive: a refund may fail days after it was taken. */
function failedIn(refunds: readonly Stripe.Refund[]): number {
  return refunds
    .filter(({ status }) => status === 'failed' || status === 'canceled')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/** Sums that are none never reach the session's books. */
function sound(fact: PaymentFact): PaymentFact {
  const sums = [fact.refundedMinor, fact.failedMinor, fact.disputedMinor];
  const right =
    Number.isSafeInteger(fact.capturedMinor) &&
    fact.capturedMinor > 0 &&
    sums.every((sum) => Number.isSafeInteger(sum) && sum >= 0) &&
    typeof fact.paymentId === 'string' &&
    fact.paymentId !== '';
  if (!right) throw new Error('The payment came without its amounts');
  return fact;
}

async function disputeOf(
  stripe: Stripe,
  paymentId: string,
): Promise<{ state: PaymentFact['dispute']; amountMinor: number } | null> {
  const { data } = await stripe.disputes.list({ payment_intent: paymentId, limit: 1 });
  const [dispute] = data;
  if (!dispute) return null;
  const closed: Partial<Record<string, PaymentFact['dispute']>> = {
    won: 'won',
    warning_closed: 'won',
    prevented: 'won',
    lost: 'lost',
  };
  return { state: closed[dispute.status] ?? 'open', amountMinor: dispute.amount };
}

/** The few fields that say what the news is about, whatever object it carries. */
function newsIn(event: Stripe.Event): PaymentNews {
  const object = event.data.object as unknown as Record<string, unknown>;
  const metadata = (object['metadata'] ?? {}) as Record<string, unknown>;
  const own = event.type.startsWith('payment_intent.');
  return {
    eventId: event.id,
    type: event.type,
    sessionId: textOf(metadata['session_id']) ?? textOf(object['client_reference_id']),
    checkoutId: event.type.startsWith('checkout.session.') ? textOf(object['id']) : null,
    paymentId: own ? textOf(object['id']) : idIn(object['payment_intent']),
    refused: event.type.endsWith('payment_failed'),
  };
}

/** A status that nobody knows yet is treated as an open page: it is shut and read again. */
function statusOf(status: string | null): CheckoutReading['status'] {
  return status === 'complete' || status === 'expired' ? status : 'open';
}

function idIn(value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'id' in value) return textOf(value.id);
  return textOf(value);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function hostOf(apiUrl: string): { host: string; port: number; protocol: 'http' | 'https' } {
  const { hostname, port, protocol } = new URL(apiUrl);
  const plain = protocol === 'http:';
  return { host: hostname, port: Number(port || (plain ? 80 : 443)), protocol: plain ? 'http' : 'https' };
}
