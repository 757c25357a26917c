import { waitUntil } from '../../../tools/toolchain/wait-until';
import { startApi, type RunningApi } from './running-api';

let api: RunningApi;
let now: Date | null = null;

beforeAll(async () => {
  api = await startApi({ clock: () => now ?? new Date() });
});
afterEach(() => {
  now = null;
});
afterAll(() => api.close());

const bearer = (key: string): { headers: Record<string, string> } => ({
  headers: { Authorization: `Bearer ${key}` },
});
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();

test('a key opens what its owner may do, and is shown once', async () => {
  const made = await api.request('POST', '/api-keys', { as: 'client', body: { name: 'Inventario' } });
  expect(made.status).toBe(201);
  expect(made.body.key).toMatch(/^eok_[0-9a-f]{20}_[\w-]{43}$/);
  expect((await api.request('GET', '/me', bearer(made.body.key))).body.email).toBe(
    'cliente@optica-demo.test',
  );
  const list = await api.request('GET', '/api-keys', { as: 'client' });
  const secret = made.body.key.split('_').at(-1);
  expect(JSON.stringify(list.body)).not.toContain(secret);
  expect(JSON.stringify(await api.store.apiKeys.find().lean())).not.toContain(secret);
});

test('a key does nothing outside its scopes', async () => {
  const { body } = await api.request('POST', '/api-keys', {
    as: 'client',
    body: { name: 'Catálogo', scopes: ['catalog.read'] },
  });
  expect((await api.request('GET', '/catalog', bearer(body.key))).status).toBe(200);
  const refused = await api.request('GET', '/me', bearer(body.key));
  expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
});

test('a key that is wrong, ended or expired is nobody', async () => {
  const { body } = await api.request('POST', '/api-keys', {
    as: 'agent',
    body: { name: 'Corta', expiresAt: inAnHour() },
  });
  const wrong = body.key.slice(0, -1) + (body.key.endsWith('A') ? 'B' : 'A');
  expect((await api.request('GET', '/me', bearer(wrong))).status).toBe(401);
  expect((await api.request('GET', '/me', bearer(body.key))).status).toBe(200);
  now = new Date(Date.now() + 3_600_001);
  expect((await api.request('GET', '/me', bearer(body.key))).status).toBe(401);
  now = null;
  expect((await api.request('DELETE', `/api-keys/${body.id}`, { as: 'otherAgent' })).status).toBe(404);
  expect((await api.request('DELETE', `/api-keys/${body.id}`, { as: 'agent' })).status).toBe(204);
  expect((await api.request('GET', '/me', bearer(body.key))).status).toBe(401);
});

test('a wrong key is not forgiven because of a good cookie', async () => {
  const wrong = `eok_${'0'.repeat(20)}_${'A'.repeat(43)}`;
  expect((await api.request('GET', '/me', { as: 'client', ...bearer(wrong) })).status).toBe(401);
});

test('a key can not be given more than what its maker holds', async () => {
  const beyond = await api.request('POST', '/api-keys', {
    as: 'client',
    body: { name: 'Demasiado', scopes: ['policy.manage'] },
  });
  expect([beyond.status, beyond.body.code]).toEqual([403, 'scope_not_held']);

  const scopes = ['apikeys.own', 'catalog.read'];
  const expiresAt = inAnHour();
  const { body: maker } = await api.request('POST', '/api-keys', {
    as: 'client',
    body: { name: 'Madre', scopes, expiresAt },
  });
  const all = await api.request('POST', '/api-keys', { body: { name: 'Hija' }, ...bearer(maker.key) });
  expect(all.body).toMatchObject({ scopes, expiresAt });
  const more = await api.request('POST', '/api-keys', {
    body: { name: 'Hija', scopes: ['me'] },
    ...bearer(maker.key),
  });
  expect(more.status).toBe(403);
  const longer = await api.request('POST', '/api-keys', {
    body: { name: 'Hija', expiresAt: new Date(Date.now() + 7_200_000).toISOString() },
    ...bearer(maker.key),
  });
  expect([longer.status, longer.body.code]).toEqual([422, 'invalid_expiry']);
});

test('the use of a key is noted', async () => {
  const { body } = await api.request('POST', '/api-keys', { as: 'admin', body: { name: 'Usada' } });
  expect(body.lastUsedAt).toBeNull();
  await api.request('GET', '/me', bearer(body.key));
  const noted = async (): Promise<boolean> =>
    (await api.request('GET', '/api-keys', { as: 'admin' })).body.items[0]?.lastUsedAt !== null;
  await waitUntil('the use is noted', 5_000, noted);
});

test('bad keys to make are refused by field', async () => {
  const reply = await api.request('POST', '/api-keys', {
    as: 'client',
    body: { name: ' ', scopes: ['everything'], expiresAt: '2026-02-30T00:00:00Z', userId: 'other' },
  });
  expect(reply.status).toBe(400);
  expect(reply.body.errors.map(({ path }) => path).sort()).toEqual([
    'expiresAt',
    'name',
    'scopes.0',
    'userId',
  ]);
});
