import { randomUUID } from 'node:crypto';
import { PASSWORD, PEOPLE, startApi, type Reply, type RunningApi, type Who } from './running-api';
import { registration } from '../registration';

let api: RunningApi;
let now: Date | null = null;
beforeEach(async () => {
  now = null;
  api = await startApi({ clock: () => now ?? new Date() });
});
afterEach(() => api.close());

const DAY_MS = 24 * 3_600_000;

function register(as: Who, change: object = {}): Promise<Reply> {
  const headers = { 'Idempotency-Key': randomUUID() };
  return api.request('POST', '/tickets', { as, body: registration({ ...change }), headers });
}

async function leave(): Promise<void> {
  const { status, body } = await api.request('PUT', '/organizations/optica-demo/departure', {
    as: 'supervisor',
  });
  expect([status, Reflect.get(body, 'departure')]).toEqual([
    200,
    expect.objectContaining({ at: expect.any(String) as string }),
  ]);
}

test('who belongs to a customer that left reads, ends what is open, and registers nothing', async () => {
  const before = await register('client');
  expect(before.status).toBe(201);
  const folio = String(Reflect.get(before.body, 'folio'));
  await leave();
  const refused = await register('client');
  expect([refused.status, refused.body.code]).toEqual([403, 'customer_left']);
  expect(Reflect.get(refused.body, 'detail')).toContain('90 días');
  expect((await api.request('PATCH', '/me', { as: 'client', body: { name: 'Otra' } })).body.code).toBe(
    'customer_left',
  );
  expect((await api.request('GET', `/tickets/${folio}`, { as: 'client' })).status).toBe(200);
  const support = await api.request('GET', '/me/support', { as: 'client' });
  expect(Reflect.get(support.body, 'readOnlyUntil')).toEqual(expect.stringMatching(/Z$/));
  const reply = await api.request('POST', `/tickets/${folio}/messages`, {
    as: 'client',
    body: { body: 'Sigo aquí' },
  });
  expect([201, 202]).toContain(reply.status);
  expect((await register('neighbour')).status).toBe(201);
});

test('support registers nothing for them either', async () => {
  await leave();
  const client = await api.store.users.findOne({ email: PEOPLE.client }).lean();
  const onBehalf = { onBehalfOf: client!._id, onBehalfReason: 'Llamó por teléfono' };
  const refused = await register('agent', onBehalf);
  expect([refused.status, refused.body.code, refused.body.errors]).toEqual([
    403,
    'customer_left',
    [{ path: 'onBehalfOf', code: 'customer_left' }],
  ]);
});

test('after 90 days nobody of theirs comes in, by password or by a session that is still alive', async () => {
  await leave();
  const body = { email: PEOPLE.client, password: PASSWORD };
  now = new Date(Date.now() + 89 * DAY_MS);
  expect((await api.request('POST', '/session', { body })).status).toBe(201);
  const cookie = await api.logIn('client');
  now = new Date(Date.now() + 90 * DAY_MS + 60_000);
  const refused = await api.request('POST', '/session', { body });
  expect([refused.status, refused.body.code]).toEqual([403, 'customer_left']);
  const wrong = await api.request('POST', '/session', { body: { ...body, password: 'no es esta' } });
  expect(wrong.body.code).toBe('invalid_credentials');
  // The log-in itself would last longer.
  await api.store.sessions.updateMany({}, { $set: { lastSeenAt: now } });
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(401);
});

test('a customer that is back is as before', async () => {
  await leave();
  await api.request('DELETE', '/organizations/optica-demo/departure', { as: 'supervisor' });
  expect((await register('client')).status).toBe(201);
});

test('nobody joins a customer that left', async () => {
  await leave();
  const body = { email: 'nueva@optica.example', name: 'Nueva', role: 'client' };
  const own = await api.request('POST', '/invitations', { as: 'clientAdmin', body });
  const foreign = await api.request('POST', '/invitations', {
    as: 'admin',
    body: { ...body, organizationId: 'optica-demo' },
  });
  expect([own.body.code, foreign.body.code]).toEqual(['customer_left', 'unknown_organization']);
});

test('the export holds tickets and people of the own customer by pages, and no other’s', async () => {
  const mine: string[] = [];
  for (let count = 0; count < 3; count += 1)
    mine.push(String(Reflect.get((await register('client')).body, 'folio')));
  await register('neighbour');
  await leave();
  const seen: string[] = [];
  let cursor = '';
  for (;;) {
    const path = `/organizations/optica-demo/export?limit=2${cursor}`;
    const { status, body } = await api.request('GET', path, { as: 'clientAdmin' });
    expect(status).toBe(200);
    const page = Reflect.get(body, 'tickets') as {
      items: { ticket: { folio: string; internal: unknown } }[];
      nextCursor: string | null;
    };
    seen.push(...page.items.map(({ ticket }) => ticket.folio));
    expect(page.items.every(({ ticket }) => ticket.internal === null)).toBe(true);
    const people = Reflect.get(body, 'people') as { email: string }[];
    expect(people.map(({ email }) => email)).not.toContain(PEOPLE.neighbour);
    expect(people.map(({ email }) => email)).toContain(PEOPLE.client);
    expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash/);
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(seen).toEqual(mine);
  expect((await api.request('GET', '/organizations/optica-demo/export', { as: 'client' })).status).toBe(403);
  expect((await api.request('GET', '/organizations/optica-demo/export', { as: 'neighbour' })).status).toBe(
    404,
  );
});
