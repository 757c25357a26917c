import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MeetingsPort } from '../../src/integrations/meetings/meetings-port';
import { createZoomMeetings } from '../../src/integrations/meetings/zoom-meetings';
import type { PaymentsPort } from '../../src/integrations/payments/payments-port';
import { createStripePayments } from '../../src/integrations/payments/stripe-payments';
import { startMeetingDouble, type MeetingDouble } from '../../tools/local-providers/meeting-double';
import { startPaymentDouble, type PaymentDouble } from '../../tools/local-providers/payment-double';

const ORDER = {
  sessionId: 'session-100001-1',
  folio: '100001',
  amountMinor: 116_000,
  currency: 'MXN',
  title: 'Sesión remota, ticket 100001',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  returnUrl: 'http://sitio.test/tickets/100001',
  idempotencyKey: 'session-100001-1-1',
};
const MEETING = {
  sessionId: 'session-100001-1',
  topic: 'Ticket 100001',
  startsAt: ORDER.expiresAt,
  minutes: 60,
};

const SECRET = 'whsec_kept';

let dataDir: string;
let bank: PaymentDouble;
let rooms: MeetingDouble;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'e-optics-test-'));
  await begin();
});
afterEach(async () => {
  await end();
  await rm(dataDir, { recursive: true });
});

async function begin(): Promise<void> {
  const files = { payments: join(dataDir, 'payments.json'), answers: join(dataDir, 'answers.json') };
  bank = await startPaymentDouble({ webhookSecret: SECRET, webhookUrl: null, files });
  rooms = await startMeetingDouble(0, join(dataDir, 'meetings.json'));
}

async function end(): Promise<void> {
  await Promise.all([bank.close(), rooms.close()]);
}

function payments(): PaymentsPort {
  return createStripePayments({
    provider: 'local',
    secretKey: 'sk_test_local',
    webhookSecret: SECRET,
    apiUrl: bank.url,
  });
}

function meetings(): MeetingsPort {
  const { apiUrl, oauthUrl } = rooms;
  return createZoomMeetings({ accountId: 'a', clientId: 'c', clientSecret: 's', apiUrl, oauthUrl });
}

/** A button of a page, as a browser without scripts sends it. */
async function press(url: string, field: string, value: string): Promise<string> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ [field]: value }) });
  expect(answer.status).toBe(200);
  return answer.text();
}

test('what was paid, sent back and appointed before a restart is known after it', async () => {
  const { checkoutId } = await payments().openCheckout(ORDER);
  const paymentId = await bank.pay(checkoutId);
  const refund = { paymentId, amountMinor: 58_000, idempotencyKey: 'refund-1' };
  const { refundId } = await payments().refund(refund);
  const made = await meetings().create(MEETING);
  await end();
  await begin();

  expect(await payments().refund(refund)).toEqual({ refundId });
  expect(await payments().readCheckout(checkoutId)).toMatchObject({
    status: 'complete',
    payment: { paymentId, refundedMinor: 58_000 },
  });
  expect(await meetings().find(MEETING.sessionId)).toMatchObject([{ meetingId: made.meetingId }]);
});

test("the provider's desk shows each payment and lets its bank dispute it", async () => {
  const { url } = bank;
  const { checkoutId } = await payments().openCheckout(ORDER);
  expect(await (await fetch(url)).text()).toContain('por pagar');
  await bank.pay(checkoutId);
  const disputed = await press(`${url}/pagos/${checkoutId}`, 'banco', 'disputa');
  expect(disputed).toContain('$1,160.00 MXN<br>pagado · en disputa');
  expect((await payments().readCheckout(checkoutId)).payment).toMatchObject({ dispute: 'open' });
});

test('a provider that is told to fail fails until it is told otherwise', async () => {
  const { url } = rooms;
  expect(await press(`${url}/fallas`, 'falla', 'falla')).toContain('falla en cada llamada');
  await expect(meetings().create(MEETING)).rejects.toThrow();
  expect(await press(`${url}/fallas`, 'falla', 'ninguna')).toContain('funciona bien');
  await meetings().create(MEETING);
  expect(await (await fetch(url)).text()).toContain('Ticket 100001');
});
