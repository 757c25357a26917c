import { randomBytes } from 'node:crypto';
import type { LocalCheckout } from './local-checkout';

/** The random part of an id. */
export function token(): string {
  return randomBytes(12).toString('hex');
}

/** @param expanded with the payment in place of its id, as it is sent to who asks for that */
export function checkoutObject(checkout: LocalCheckout, expanded = false): object {
  return {
    id: checkout.id,
    object: 'checkout.session',
    url: checkout.url,
    status: checkout.status,
    payment_status: checkout.status === 'complete' ? 'paid' : 'unpaid',
    expires_at: checkout.expiresAtS,
    client_reference_id: checkout.sessionId,
    metadata: { session_id: checkout.sessionId },
    payment_intent: checkout.intentId === null ? null : expanded ? intentObject(checkout) : checkout.intentId,
  };
}

/** All disputes of a page's payment, or none. */
export function disputeList(checkout: LocalCheckout | undefined): object {
  const { id, dispute, amountMinor: amount } = checkout ?? {};
  const data = dispute ? [{ id: `dp_${id}`, object: 'dispute', status: dispute, amount }] : [];
  return { object: 'list', data, has_more: false, url: '/v1/disputes' };
}

function intentObject({
  id,
  intentId,
  amountMinor,
  currency,
  refundedMinor,
  failedMinor,
  dispute,
}: LocalCheckout): object {
  return {
    id: intentId,
    object: 'payment_intent',
    amount_received: amountMinor,
    currency,
    latest_charge: {
      id: `ch_${id}`,
      object: 'charge',
      amount_refunded: refundedMinor,
      refunds: {
        object: 'list',
        has_more: false,
        url: `/v1/charges/ch_${id}/refunds`,
        data: failedMinor === 0 ? [] : [{ object: 'refund', amount: failedMinor, status: 'failed' }],
      },
      disputed: dispute !== null,
    },
  };
}
