import { randomUUID } from 'node:crypto';
import { registeredEvent } from '../../src/domain/ticket/register';
import { appendEvents } from '../../src/store/tickets/events';
import { findIntake } from '../../src/store/tickets/intakes';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';
import { statusOfFile, upload } from './upload';

let api: ApiUnderTest;
let client: Caller;
let agent: Caller;

// Nobody listens on the discard port.
beforeAll(async () => {
  api = await ApiUnderTest.start({ temporalAddress: '127.0.0.1:9', config: { engineDeadlineMs: 300 } });
  client = await api.person('client');
  agent = await api.person('agent');
});

afterAll(() => api.stop());

async function register(): Promise<{ folio: string }> {
  const { status, body } = await client.call('registerTicket', { body: registration() });
  expect(status).toBe(201);
  return { folio: String(body['folio']) };
}

test('tickets are registered, read and listed as events while the engine is away', async () => {
  const params = await register();
  expect(await client.call('readTicket', { params })).toMatchObject({
    status: 200,
    body: { status: 'waiting_support', version: 1 },
  });
  const { body } = await client.call('listTicketEvents', { params });
  expect(body['items']).toMatchObject([{ seq: 1, type: 'registered' }]);
});

test('a client’s reply is accepted, and shows as pending where the answer says', async () => {
  const params = await register();
  const reply = await client.call('postMessage', { params, body: { body: 'Se me olvidó decir algo' } });
  expect(reply).toMatchObject({ status: 202, body: { state: 'pending', event: null } });
  const shown = await client.send('GET', reply.headers.get('location')!);
  expect(shown).toMatchObject({
    status: 200,
    body: { state: 'pending', commandId: reply.body['commandId'] },
  });
});

test('a reply sent again with its key is accepted once', async () => {
  const params = await register();
  const headers = { 'Idempotency-Key': randomUUID() };
  const send = (): ReturnType<Caller['call']> =>
    client.call('postMessage', { params, body: { body: 'Hola' }, headers });
  const [first, again] = [await send(), await send()];
  expect(again.body).toEqual(first.body);
  const inbox = await api.deps.store.inboxes.findById(params.folio).lean();
  expect(inbox?.pending).toHaveLength(1);
});

test('a command is answered with "repeat it": 503, when to try, and the key to repeat it with', async () => {
  const params = await register();
  const headers = { 'Idempotency-Key': randomUUID() };
  const reply = await agent.call('categorizeTicket', { params, body: { type: 'question' }, headers });
  expect(reply).toMatchObject({ status: 503, body: { code: 'engine_unavailable' } });
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(reply.headers.get('idempotency-key')).toBe(headers['Idempotency-Key']);
});

test('a repair is answered alike: whether the ticket runs, nobody knows', async () => {
  const params = await register();
  const { store } = api.deps;
  const { input, organizationId } = (await findIntake(store, params.folio))!;
  const { registeredAt, actor, commandId, registration: words } = input;
  await appendEvents(
    store,
    [registeredEvent(params.folio, registeredAt, actor, commandId, words)],
    organizationId,
  );
  const supervisor = await api.person('supervisor');
  const reply = await supervisor.call('repairTicket', { params, body: { reason: 'Se terminó por error' } });
  expect(reply).toMatchObject({ status: 503, body: { code: 'engine_unavailable' } });
});

test('the process is ready, and says what is missing', async () => {
  const reply = await api.anonymous().call('isReady');
  expect(reply).toMatchObject({
    status: 200,
    body: { status: 'degraded', mongodb: 'ok', engine: 'unavailable' },
  });
});

test('a message of which nobody knows whether it was published keeps its files', async () => {
  const params = await register();
  const file = await upload(agent);
  const body = { body: 'Va el archivo', attachmentIds: [file] };
  expect((await agent.call('postMessage', { params, body })).status).toBe(503);
  expect(await statusOfFile(client, file)).toBe(200);
});
