import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let client: Caller;
let agent: Caller;
let params: { folio: string };

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  client = await api.person('client');
  agent = await api.person('agent');
}, 120_000);

beforeEach(async () => {
  const { body } = await client.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']) };
});

afterAll(() => api.stop());

const keyed = (key: string): Record<string, string> => ({ 'Idempotency-Key': key });

test('a registration without a key is refused, and nothing is registered', async () => {
  const before = await api.deps.store.intakes.countDocuments();
  const reply = await client.send('POST', '/api/v1/tickets', { body: registration() });
  expect(reply).toMatchObject({ status: 400, body: { code: 'idempotency_key_required' } });
  expect(await api.deps.store.intakes.countDocuments()).toBe(before);
});

test('a registration sent again with its key is the same ticket, byte for byte', async () => {
  const headers = keyed(randomUUID());
  const first = await client.call('registerTicket', { body: registration(), headers });
  const again = await client.call('registerTicket', { body: registration(), headers });
  expect(again.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('location')).toBe(first.headers.get('location'));
});

test('the order of the fields makes no other request', async () => {
  const headers = keyed(randomUUID());
  const body = registration();
  const turned = Object.fromEntries(Object.entries(body).reverse());
  const first = await client.call('registerTicket', { body, headers });
  const again = await client.call('registerTicket', { body: turned, headers });
  expect(again.body['folio']).toBe(first.body['folio']);
});

test('ten registrations at once with one key are one ticket', async () => {
  const headers = keyed(randomUUID());
  const body = registration();
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => client.call('registerTicket', { body, headers })),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(replies.map((reply) => reply.body['folio'])).size).toBe(1);
});

test('a key used for another body is refused', async () => {
  const headers = keyed(randomUUID());
  await client.call('registerTicket', { body: registration(), headers });
  const reply = await client.call('registerTicket', {
    body: registration({ subject: 'Otro asunto' }),
    headers,
  });
  expect(reply).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
});

test('of different replies at once under one key one is accepted, and the others are told', async () => {
  const headers = keyed(randomUUID());
  const replies = await Promise.all(
    ['uno', 'dos', 'tres'].map((body) => client.call('postMessage', { params, body: { body }, headers })),
  );
  const refused = replies.filter(({ status }) => status === 422);
  expect(refused.map(({ body }) => body['code'])).toEqual([
    'idempotency_key_reused',
    'idempotency_key_reused',
  ]);
  expect(replies.filter(({ status }) => status === 201 || status === 202)).toHaveLength(1);
});

test('a key used for another ticket is refused', async () => {
  const headers = keyed(randomUUID());
  const other = await client.call('registerTicket', { body: registration() });
  await agent.call('addNote', { params, body: { body: 'nota' }, headers });
  const reply = await agent.call('addNote', {
    params: { folio: String(other.body['folio']) },
    body: { body: 'nota' },
    headers,
  });
  expect(reply).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
});

test('a key belongs to its caller', async () => {
  const headers = keyed(randomUUID());
  const other = await api.person('client');
  const first = await client.call('registerTicket', { body: registration(), headers });
  const second = await other.call('registerTicket', { body: registration(), headers });
  expect(second.status).toBe(201);
  expect(second.body['folio']).not.toBe(first.body['folio']);
});

test('a command sent again is done once', async () => {
  const headers = keyed(randomUUID());
  const send = (): ReturnType<Caller['call']> =>
    agent.call('addNote', { params, body: { body: 'una vez' }, headers });
  const replies = [...(await Promise.all([send(), send(), send()])), await send()];
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const { body } = await agent.call('listTicketEvents', { params });
  const notes = (body['items'] as { type: string }[]).filter(({ type }) => type === 'note_added');
  expect(notes).toHaveLength(1);
});

test('the first answer is given again also after the ticket has closed', async () => {
  const headers = keyed(randomUUID());
  const first = await agent.call('addNote', { params, body: { body: 'antes' }, headers });
  const closed = await client.call('closeTicket', { params, body: { reason: 'withdrawn' } });
  expect(closed.status).toBe(200);
  const again = await agent.call('addNote', { params, body: { body: 'antes' }, headers });
  expect(again.body).toEqual(first.body);
  const fresh = await agent.call('addNote', { params, body: { body: 'después' } });
  expect(fresh).toMatchObject({
    status: 409,
    body: { code: 'ticket_closed', followUp: { follows: params.folio } },
  });
});

test('a refusal is not remembered', async () => {
  const headers = keyed(randomUUID());
  const body = { summary: 'Cambie de navegador' };
  const refused = await agent.call('proposeSolution', { params, body, headers });
  expect(refused).toMatchObject({ status: 409, body: { code: 'category_required' } });
  await agent.call('categorizeTicket', { params, body: { type: 'question' } });
  const again = await agent.call('proposeSolution', { params, body, headers });
  expect(again).toMatchObject({ status: 409, body: { code: 'priority_required' } });
});

test('a key is minted when none is given, and says so on refusals too', async () => {
  const done = await agent.call('addNote', { params, body: { body: 'nota' } });
  expect(done.headers.get('idempotency-key')).toMatch(/^[\w-]{36}$/);
  const refused = await agent.call('addNote', { params, body: {} });
  expect(refused.status).toBe(400);
  expect(refused.headers.get('idempotency-key')).toMatch(/^[\w-]{36}$/);
});

test('the caller sees their own write, and the version goes up', async () => {
  const before = await agent.call('readTicket', { params });
  const after = await agent.call('correctContact', {
    params,
    body: { name: 'Luis', email: 'luis@example.test', phone: '55 1234 5678' },
  });
  expect(after.body).toMatchObject({ contact: { name: 'Luis' } });
  expect(Number(after.body['version'])).toBeGreaterThan(Number(before.body['version']));
  expect(after.headers.get('etag')).toBe(`"${String(after.body['version'])}"`);
});

test('of two commands that saw the same version one is told that the ticket changed', async () => {
  const { headers } = await agent.call('readTicket', { params });
  const given = { params, headers: { 'If-Match': headers.get('etag')! } };
  const replies = await Promise.all([
    agent.call('categorizeTicket', { ...given, body: { type: 'question' } }),
    agent.call('categorizeTicket', { ...given, body: { type: 'usability' } }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('of two replies at once that saw the same version one is told that the ticket changed', async () => {
  const { headers } = await client.call('readTicket', { params });
  const given = { params, headers: { 'If-Match': headers.get('etag')! } };
  const replies = await Promise.all(
    ['uno', 'dos'].map((body) => client.call('postMessage', { ...given, body: { body } })),
  );
  expect(replies.filter(({ status }) => status === 412)).toHaveLength(1);
});

test('a note changes nothing that a client sees, nor makes their version stale', async () => {
  await agent.call('categorizeTicket', { params, body: { type: 'question' } });
  const { headers, body } = await client.call('readTicket', { params });
  await agent.call('addNote', { params, body: { body: 'nota interna' } });
  expect((await client.call('readTicket', { params })).body).toEqual(body);
  const given = { params, headers: { 'If-Match': headers.get('etag')! } };
  const reply = await client.call('postMessage', { ...given, body: { body: 'Sigo esperando' } });
  expect([201, 202]).toContain(reply.status);
});

test('a client’s reply to a version that has changed is refused before it is accepted', async () => {
  const { headers } = await client.call('readTicket', { params });
  await agent.call('categorizeTicket', { params, body: { type: 'question' } });
  const given = { params, headers: { 'If-Match': headers.get('etag')! } };
  const reply = await client.call('postMessage', { ...given, body: { body: 'Sigo esperando' } });
  expect(reply).toMatchObject({ status: 412, body: { code: 'stale_version' } });
  const { body } = await agent.call('listTicketEvents', { params });
  expect(JSON.stringify(body)).not.toContain('Sigo esperando');
});

test('of two closings at once one holds and the other hears that it came late', async () => {
  const replies = await Promise.all([
    client.call('closeTicket', { params, body: { reason: 'withdrawn' } }),
    agent.call('closeTicket', {
      params,
      body: { reason: 'out_of_scope', message: 'No corresponde a soporte.' },
    }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
});
