import Stripe from 'stripe';
import { UnsignedNewsError, type PaymentsPort } from '../../src/integrations/payments/payments-port';
import { createStripePayments } from '../../src/integrations/payments/stripe-payments';
import { startHttpDouble, type HttpDouble } from '../../tools/local-providers/http-double';
import { startPaymentDouble, type PaymentDouble } from '../../tools/local-providers/payment-double';
import { startStripeMock } from '../../tools/local-providers/stripe-mock';

const SECRET = 'whsec_contract';
const ORDER = {
  sessionId: 'session-100001-1',
  folio: '100001',
  amountMinor: 116_000,
  currency: 'MXN',
  title: 'Sesión remota de soporte, ticket 100001',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  returnUrl: 'http://sitio.test/tickets/100001',
  idempotencyKey: 'session-100001-1-1',
};

function adapter(apiUrl: string): PaymentsPort {
  return createStripePayments({
    provider: 'stripe',
    secretKey: 'sk_test_123',
    webhookSecret: SECRET,
    apiUrl,
  });
}

describe("against Stripe's own stand-in", () => {
  let mock: Awaited<ReturnType<typeof startStripeMock>>;
  let payments: PaymentsPort;

  beforeAll(async () => {
    mock = await startStripeMock();
    payments = adapter(mock.url);
  }, 300_000);

  afterAll(() => mock.stop());

  test('a payment page is ordered in the form that the API describes', async () => {
    const opened = await payments.openCheckout(ORDER);
    expect(opened.checkoutId).toMatch(/^cs_/);
    expect(opened.url).toMatch(/^https:\/\//);
  });

  test('an order that the API does not know is refused', async () => {
    await expect(payments.openCheckout({ ...ORDER, expiresAt: 'never' })).rejects.toThrow();
  });

  test('reading, shutting and sending back are calls that the API describes', async () => {
    const { checkoutId } = await payments.openCheckout(ORDER);
    await payments.expireCheckout(checkoutId);
    expect(await payments.readCheckout(checkoutId)).toEqual({ status: 'open', payment: null });
    const refund = { paymentId: 'pi_1', amountMinor: 58_000, idempotencyKey: 'k' };
    expect((await payments.refund(refund)).refundId).toMatch(/^re_/);
  });
});

describe('against the local provider', () => {
  let double: PaymentDouble;
  let payments: PaymentsPort;

  beforeAll(async () => {
    double = await startPaymentDouble({ webhookSecret: SECRET, webhookUrl: null });
    payments = adapter(double.url);
  });

  afterAll(() => double.close());

  test('the same key opens one page and sends money back once', async () => {
    const [first, second] = [await payments.openCheckout(ORDER), await payments.openCheckout(ORDER)];
    expect(second).toEqual(first);
    const paymentId = await double.pay(first.checkoutId);
    const refund = { paymentId, amountMinor: 58_000, idempotencyKey: 'refund-1' };
    expect(await payments.refund(refund)).toEqual(await payments.refund(refund));
    expect(await payments.readCheckout(first.checkoutId)).toEqual({
      status: 'complete',
      payment: {
        paymentId,
        capturedMinor: 116_000,
        currency: 'MXN',
        refundedMinor: 58_000,
        failedMinor: 0,
        dispute: 'none',
        disputedMinor: 0,
      },
    });
  });

  test('a refund that the bank sends back is told apart from one that arrived', async () => {
    const { checkoutId } = await payments.openCheckout({ ...ORDER, idempotencyKey: 'sent back' });
    const paymentId = await double.pay(checkoutId);
    await payments.refund({ paymentId, amountMinor: 58_000, idempotencyKey: 'sent back 1' });
    await double.failRefund(checkoutId);
    expect((await payments.readCheckout(checkoutId)).payment).toMatchObject({
      refundedMinor: 0,
      failedMinor: 58_000,
    });
  });

  test.each([
    ['needs_response', 'open'],
    ['won', 'won'],
    ['lost', 'lost'],
  ] as const)('a dispute that is %s reads as %s', async (status, dispute) => {
    const { checkoutId } = await payments.openCheckout({ ...ORDER, idempotencyKey: status });
    await double.pay(checkoutId);
    await double.dispute(checkoutId, status);
    expect((await payments.readCheckout(checkoutId)).payment).toMatchObject({
      dispute,
      disputedMinor: 116_000,
    });
  });
});

describe('against a provider whose answers mean nothing', () => {
  const PAID = {
    id: 'cs_1',
    status: 'complete',
    payment_status: 'paid',
    payment_intent: { id: 'pi_1', amount_received: 116_000, currency: 'mxn', latest_charge: null },
  };
  let answer: object = PAID;
  let double: HttpDouble;
  const asked: string[] = [];

  beforeAll(async () => {
    double = await startHttpDouble(({ method, path }) => {
      asked.push(`${method} ${path}`);
      return Promise.resolve({ status: 200, body: answer });
    });
  });

  afterAll(() => double.close());

  test.each([
    ['a sum in words', { ...PAID.payment_intent, amount_received: '116000' }],
    ['no sum', { ...PAID.payment_intent, amount_received: undefined }],
    ['half a centavo', { ...PAID.payment_intent, amount_received: 0.5 }],
    ['a refund below nothing', { ...PAID.payment_intent, latest_charge: { amount_refunded: -1 } }],
    ['a payment without its data', 'pi_1'],
    ['no payment', null],
  ])('%s is no payment, and no word that nothing was paid', async (_case, intent) => {
    answer = { ...PAID, payment_intent: intent };
    await expect(adapter(double.url).readCheckout('cs_1')).rejects.toThrow();
  });

  test('a page whose state is not said is shut, not taken as shut', async () => {
    answer = { id: 'cs_1' };
    asked.length = 0;
    await adapter(double.url).expireCheckout('cs_1');
    expect(asked).toContain('POST /v1/checkout/sessions/cs_1/expire');
    expect(await adapter(double.url).readCheckout('cs_1')).toEqual({ status: 'open', payment: null });
  });
});

describe('signed news', () => {
  const payments = adapter('http://127.0.0.1:9');
  const { webhooks } = new Stripe('sk_test_123');
  const payload = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'checkout.session.completed',
    data: { object: { id: 'cs_1', metadata: { session_id: 'session-1-1' }, payment_intent: 'pi_1' } },
  });
  const signed = (timestamp: number, secret = SECRET): string =>
    webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const now = (): number => Math.floor(Date.now() / 1_000);

  test('say what they are about', () => {
    expect(payments.verify(Buffer.from(payload), signed(now()))).toEqual({
      eventId: 'evt_1',
      type: 'checkout.session.completed',
      sessionId: 'session-1-1',
      checkoutId: 'cs_1',
      paymentId: 'pi_1',
      refused: false,
    });
  });

  test('are taken up to five minutes old', () => {
    expect(payments.verify(Buffer.from(payload), signed(now() - 290)).eventId).toBe('evt_1');
    expect(() => payments.verify(Buffer.from(payload), signed(now() - 310))).toThrow(UnsignedNewsError);
  });

  test('are refused when a byte or the secret differs', () => {
    expect(() => payments.verify(Buffer.from(`${payload} `), signed(now()))).toThrow(UnsignedNewsError);
    expect(() => payments.verify(Buffer.from(payload), signed(now(), 'whsec_other'))).toThrow(
      UnsignedNewsError,
    );
    expect(() => payments.verify(Buffer.from(payload), undefined)).toThrow(UnsignedNewsError);
  });
});
