import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createNotices } from '../../src/notices/create-notices';
import { ApiUnderTest } from '../api/api-under-test';
import { aTicket } from '../support/ticket-builder';

const SECRET = `whsec_${randomBytes(24).toString('base64')}`;
const MESSAGE_ID = '<ticket.100200.abc@soporte.test>';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { mailWebhookSecret: SECRET } });
});
afterAll(() => api?.stop());

beforeEach(async () => {
  await api.deps.store.notices.deleteMany({});
  const { ticket, events } = aTicket();
  await createNotices(api.deps.store, ticket, events);
  await api.deps.store.notices.updateOne({}, { $set: { state: 'sent', messageId: MESSAGE_ID } });
});

interface Sending {
  id?: string;
  body?: string;
  secret?: string;
  secondsAgo?: number;
}

function send(
  report: object,
  { id = randomUUID(), body, secret = SECRET, secondsAgo = 0 }: Sending = {},
): Promise<Response> {
  const signed = JSON.stringify(report);
  const timestamp = String(Math.floor(Date.now() / 1_000) - secondsAgo);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${signed}`).digest('base64');
  return fetch(`${api.url}/api/v1/webhooks/mail`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,c29tZXRoaW5n v1,${signature}`,
    },
    body: body ?? signed,
  });
}

function notice() {
  return api.deps.store.notices.findOne({}).lean();
}

const BOUNCE = { type: 'bounced', messageId: MESSAGE_ID };

test('a bounce marks its notice, once, and wants the ticket told', async () => {
  const id = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => send(BOUNCE, { id })));
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
  expect(await notice()).toMatchObject({ state: 'bounced', fault: 'bounced', flag: 'wanted', reports: [id] });
  await api.deps.store.notices.updateOne({}, { $set: { flag: 'told' } });
  expect((await send(BOUNCE)).status).toBe(204);
  expect(await notice()).toMatchObject({ flag: 'told', reports: [id] });
});

test.each([
  ['a tampered body', { body: JSON.stringify({ ...BOUNCE, extra: 1 }) }],
  ['another secret', { secret: randomBytes(24).toString('base64') }],
  ['an old signature', { secondsAgo: 3_600 }],
  ['a signature from the future', { secondsAgo: -3_600 }],
])('%s is refused and changes nothing', async (_what, sending) => {
  expect((await send(BOUNCE, sending)).status).toBe(401);
  expect(await notice()).toMatchObject({ state: 'sent', flag: 'none' });
});

test.each([
  ['a bounce that will be tried again', { ...BOUNCE, permanent: false }],
  ['a delivery', { type: 'delivered', messageId: MESSAGE_ID }],
  ["somebody else's mail", { type: 'bounced', messageId: '<other@x>' }],
])('%s is taken and changes nothing', async (_what, report) => {
  expect((await send(report)).status).toBe(204);
  expect(await notice()).toMatchObject({ state: 'sent', flag: 'none' });
});

test('what has not the form is refused with its field', async () => {
  const answer = await send({ type: 'bounced' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ path: 'messageId' }] });
});

test('readiness says that no mail server is set', async () => {
  const answer = await fetch(`${api.url}/api/v1/health/ready`);
  expect(await answer.json()).toMatchObject({ status: 'degraded', mail: 'not_configured' });
});
