import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { startHttpDouble, type DoubleAnswer, type DoubleRequest } from './http-double';
import type { LocalCheckout } from './local-checkout';
import { paymentPage } from './payment-page';

/** How the double misbehaves, for tests: calls left to fail, milliseconds of delay, or answers that are no JSON. */
export interface Mischief {
  failing: number;
  delayMs: number;
  garbage: number;
  /** Calls left whose work is done and whose answer is lost. */
  losing: number;
  /** The same with the connection broken off, whatever the call. */
  dying: number;
}

export interface PaymentDoubleOptions {
  webhookSecret: string;
  /** Where signed news go; none are sent while it is null. */
  webhookUrl: string | null;
  port?: number;
}

export interface PaymentDouble {
  url: string;
  checkouts: ReadonlyMap<string, LocalCheckout>;
  mischief: Mischief;
  /** Requests by method and path, for tests. */
  calls: string[];
  /** What the button of the page does. @returns id of the payment */
  pay(checkoutId: string): Promise<string>;
  refuse(checkoutId: string): Promise<void>;
  dispute(checkoutId: string, status: NonNullable<LocalCheckout['dispute']>): Promise<void>;
  /** The bank does not accept what was sent back. */
  failRefund(checkoutId: string): Promise<void>;
  /** Signed news in the provider's form: the body and its header. */
  news(type: string, object: object, eventId?: string): { body: string; signature: string };
  close(): Promise<void>;
}

/** Payments without a provider: the few calls of Stripe's API that the service makes, a page to pay on, signed news. */
export async function startPaymentDouble(options: PaymentDoubleOptions): Promise<PaymentDouble> {
  const stripe = new Stripe('sk_test_local');
  const checkouts = new Map<string, LocalCheckout>();
  const remembered = new Map<string, DoubleAnswer>();
  const mischief: Mischief = { failing: 0, delayMs: 0, garbage: 0, losing: 0, dying: 0 };
  const calls: string[] = [];

  const news: PaymentDouble['news'] = (type, object, eventId = `evt_${token()}`) => {
    const body = JSON.stringify({
      id: eventId,
      object: 'event',
      type,
      created: Math.floor(Date.now() / 1_000),
      data: { object },
    });
    const signature = stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret: options.webhookSecret,
    });
    return { body, signature };
  };
  const tell = async (type: string, object: object): Promise<void> => {
    if (options.webhookUrl === null) return;
    const { body, signature } = news(type, object);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const told = await fetch(options.webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
        body,
      }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (told) return;
      await wait(500 * 2 ** attempt);
    }
  };
  const known = (id: string): LocalCheckout => {
    const checkout = checkouts.get(id);
    if (!checkout) throw new Error(`No checkout ${id}`);
    return checkout;
  };
  const pay = (id: string): Promise<string> => {
    const checkout = known(id);
    if (checkout.status !== 'open') throw new Error('The page is not open');
    checkout.status = 'complete';
    checkout.intentId = `pi_${token()}`;
    void tell('checkout.session.completed', sessionObject(checkout));
    return Promise.resolve(checkout.intentId);
  };
  const refuse = async (id: string): Promise<void> => {
    const checkout = known(id);
    await tell('payment_intent.payment_failed', {
      id: `pi_${token()}`,
      object: 'payment_intent',
      metadata: { session_id: checkout.sessionId },
    });
  };

  const api = async (request: DoubleRequest): Promise<DoubleAnswer> => {
    const { method, path, headers } = request;
    calls.push(`${method} ${path}`);
    if (mischief.delayMs > 0) await wait(mischief.delayMs);
    if (mischief.failing > 0) {
      mischief.failing -= 1;
      return problem(500, 'api_error');
    }
    if (mischief.garbage > 0) {
      mischief.garbage -= 1;
      return { status: 200, body: '<html>nothing of the kind</html>' };
    }
    const key = headers['idempotency-key'];
    const again = typeof key === 'string' ? remembered.get(key) : undefined;
    const answer = again ?? work(request);
    if (typeof key === 'string') remembered.set(key, answer);
    if (mischief.dying > 0) {
      mischief.dying -= 1;
      return { status: 0 };
    }
    if (mischief.losing > 0 && method === 'POST') {
      mischief.losing -= 1;
      return problem(500, 'api_error');
    }
    return answer;
  };

  const work = ({ method, path, query, body }: DoubleRequest): DoubleAnswer => {
    const form = new URLSearchParams(body);
    const one = /^\/v1\/checkout\/sessions\/([^/]+?)(\/expire)?$/.exec(path);
    if (method === 'POST' && path === '/v1/checkout/sessions') return { status: 200, body: create(form) };
    if (one) {
      const checkout = checkouts.get(one[1]!);
      if (!checkout) return problem(404, 'resource_missing');
      if (one[2]) {
        if (checkout.status !== 'open') return problem(400, 'checkout_session_not_open');
        checkout.status = 'expired';
        void tell('checkout.session.expired', sessionObject(checkout));
      }
      return { status: 200, body: sessionObject(checkout, true) };
    }
    if (method === 'POST' && path === '/v1/refunds') return refund(form);
    if (path === '/v1/disputes') {
      const checkout = byIntent(query.get('payment_intent'));
      const data = checkout?.dispute
        ? [
            {
              id: `dp_${checkout.id}`,
              object: 'dispute',
              status: checkout.dispute,
              amount: checkout.amountMinor,
            },
          ]
        : [];
      return { status: 200, body: { object: 'list', data, has_more: false, url: '/v1/disputes' } };
    }
    return problem(404, 'resource_missing');
  };

  const create = (form: URLSearchParams): object => {
    const id = `cs_${token()}`;
    const checkout: LocalCheckout = {
      id,
      sessionId: form.get('metadata[session_id]') ?? '',
      status: 'open',
      amountMinor: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? 'mxn',
      title: form.get('line_items[0][price_data][product_data][name]') ?? '',
      expiresAtS: Number(form.get('expires_at')),
      returnUrl: form.get('success_url') ?? '',
      intentId: null,
      refundedMinor: 0,
      failedMinor: 0,
      dispute: null,
    };
    checkouts.set(id, checkout);
    return sessionObject(checkout);
  };

  const refund = (form: URLSearchParams): DoubleAnswer => {
    const checkout = byIntent(form.get('payment_intent'));
    const amount = Number(form.get('amount'));
    if (!checkout) return problem(404, 'resource_missing');
    if (checkout.dispute === 'needs_response') return problem(400, 'charge_disputed');
    if (checkout.refundedMinor + amount > checkout.amountMinor)
      return problem(400, 'charge_already_refunded');
    checkout.refundedMinor += amount;
    void tell('charge.refunded', {
      id: `ch_${checkout.id}`,
      object: 'charge',
      payment_intent: checkout.intentId,
    });
    return { status: 200, body: { id: `re_${token()}`, object: 'refund', amount, status: 'succeeded' } };
  };

  const byIntent = (intentId: string | null): LocalCheckout | undefined =>
    [...checkouts.values()].find((checkout) => intentId !== null && checkout.intentId === intentId);

  const sessionObject = (checkout: LocalCheckout, expanded = false): object => ({
    id: checkout.id,
    object: 'checkout.session',
    url: `${server.url}/pagar/${checkout.id}`,
    status: checkout.status,
    payment_status: checkout.status === 'complete' ? 'paid' : 'unpaid',
    expires_at: checkout.expiresAtS,
    client_reference_id: checkout.sessionId,
    metadata: { session_id: checkout.sessionId },
    payment_intent: checkout.intentId === null ? null : expanded ? intentObject(checkout) : checkout.intentId,
  });

  const server = await startHttpDouble(async (request) => {
    const page = /^\/pagar\/(cs_[0-9a-f]+)$/.exec(request.path);
    if (!page) return api(request);
    const checkout = checkouts.get(page[1]!);
    if (!checkout) return { status: 404, body: 'No existe esta página de pago.' };
    if (request.method === 'POST' && checkout.status === 'open') {
      if (new URLSearchParams(request.body).get('tarjeta') === 'rechazada') await refuse(checkout.id);
      else {
        await pay(checkout.id);
        return { status: 303, headers: { location: checkout.returnUrl } };
      }
    }
    return {
      status: 200,
      body: paymentPage(checkout),
      headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
    };
  }, options.port);

  return {
    url: server.url,
    checkouts,
    mischief,
    calls,
    pay,
    refuse,
    news,
    async dispute(id, status) {
      const checkout = known(id);
      checkout.dispute = status;
      await tell(status === 'needs_response' ? 'charge.dispute.created' : 'charge.dispute.closed', {
        id: `dp_${id}`,
        object: 'dispute',
        payment_intent: checkout.intentId,
      });
    },
    async failRefund(id) {
      const checkout = known(id);
      checkout.failedMinor += checkout.refundedMinor;
      checkout.refundedMinor = 0;
      await tell('refund.failed', {
        id: `re_${id}`,
        object: 'refund',
        status: 'failed',
        payment_intent: checkout.intentId,
      });
    },
    close: () => server.close(),
  };
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

function problem(status: number, code: string): DoubleAnswer {
  return { status, body: { error: { type: 'api_error', code, message: code } } };
}

function token(): string {
  return randomBytes(12).toString('hex');
}
