import { waitUntil } from '../../../tools/toolchain/wait-until';
import { cookieOf, PASSWORD, PEOPLE, startApi, type RunningApi } from './running-api';

let api: RunningApi;
let now: Date | null = null;

beforeAll(async () => {
  api = await startApi({ clock: () => now ?? new Date() });
});
afterEach(() => {
  now = null;
});
afterAll(() => api.close());

function later(ms: number): void {
  now = new Date(Date.now() + ms);
}

function idIn(cookie: string): string {
  return cookie.split('=')[1]?.split('.')[0] ?? '';
}

const HOUR = 3_600_000;

test('logging in sets a cookie that scripts can not read and answers who it is', async () => {
  const reply = await api.request('POST', '/session', { body: { email: PEOPLE.client, password: PASSWORD } });
  expect(reply.status).toBe(201);
  expect(reply.body.user).toMatchObject({
    role: 'client',
    organization: { id: 'optica-demo', name: 'Óptica Demo' },
  });
  expect(reply.headers.getSetCookie()[0]).toMatch(
    /^e_optics_session=[\w.-]+; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
  );
  const who = await api.request('GET', '/session', { headers: { Cookie: cookieOf(reply) } });
  expect(who.body).toMatchObject({ user: { email: PEOPLE.client }, session: { current: true } });
});

test('nothing that is answered or kept gives a password or a token away', async () => {
  const reply = await api.request('POST', '/session', { body: { email: PEOPLE.agent, password: PASSWORD } });
  const secret = cookieOf(reply).split('.')[1] ?? '';
  expect(secret).toHaveLength(43);
  expect(JSON.stringify(reply.body)).not.toContain(secret);
  expect(JSON.stringify(reply.body)).not.toMatch(/argon2|[Hh]ash/);
  expect(JSON.stringify(await api.store.sessions.find().lean())).not.toContain(secret);
});

test('an unknown address and a wrong password answer alike', async () => {
  const wrong = await api.request('POST', '/session', { body: { email: PEOPLE.supervisor, password: 'no' } });
  const unknown = await api.request('POST', '/session', {
    body: { email: 'nadie@optica.test', password: 'no' },
  });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials']);
  expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
});

test('an unknown address takes as long as a wrong password', async () => {
  const time = async (email: string): Promise<number> => {
    const start = performance.now();
    await api.request('POST', '/session', { body: { email, password: 'no' } });
    return performance.now() - start;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    known.push(await time(PEOPLE.otherAgent));
    unknown.push(await time(`nadie${round}@optica.test`));
  }
  // Without the work for nobody's sake the ratio is about 0.1.
  expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.5);
});

test('logging in again ends the session that came with the request', async () => {
  const first = await api.logIn('neighbour');
  const again = await api.request('POST', '/session', {
    body: { email: PEOPLE.neighbour, password: PASSWORD },
    headers: { Cookie: first },
  });
  expect(cookieOf(again)).not.toBe(first);
  expect((await api.request('GET', '/session', { headers: { Cookie: first } })).status).toBe(401);
  expect((await api.request('GET', '/session', { headers: { Cookie: cookieOf(again) } })).status).toBe(200);
});

test('logging out ends the session for good', async () => {
  const cookie = await api.logIn('client');
  const out = await api.request('DELETE', '/session', { headers: { Cookie: cookie } });
  expect(out.status).toBe(204);
  expect(out.headers.getSetCookie()[0]).toMatch(/^e_optics_session=; .*Expires=Thu, 01 Jan 1970/);
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(401);
});

test('a session ends after twelve hours without use', async () => {
  const cookie = await api.logIn('client');
  later(11.9 * HOUR);
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(200);
  // The use is noted beside the answer, not before it.
  await waitUntil(
    'the use is noted',
    5_000,
    async () =>
      (await api.store.sessions.findById(idIn(cookie)).lean())!.lastSeenAt > new Date(Date.now() + HOUR),
  );
  later(12.1 * HOUR);
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(200);
  later(36 * HOUR);
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(401);
});

test('a session ends after thirty days however much it is used', async () => {
  const cookie = await api.logIn('client');
  later(30 * 24 * HOUR + 1000);
  await api.store.sessions.updateOne({ _id: idIn(cookie) }, { $set: { lastSeenAt: now! } });
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(401);
});

test('people list their own log-ins and end one of them, and nobody else’s', async () => {
  const mine = await api.logIn('clientAdmin');
  const other = await api.logIn('clientAdmin');
  const list = await api.request('GET', '/sessions?limit=1', { headers: { Cookie: mine } });
  expect(list.body.items).toHaveLength(1);
  const next = await api.request('GET', `/sessions?cursor=${list.body.nextCursor}`, {
    headers: { Cookie: mine },
  });
  const items = [...list.body.items, ...next.body.items];
  expect(items.filter(({ current }) => current)).toHaveLength(1);
  const otherId = items.find(({ current }) => !current)?.id;
  expect((await api.request('DELETE', `/sessions/${otherId}`, { as: 'client' })).status).toBe(404);
  expect((await api.request('DELETE', `/sessions/${otherId}`, { headers: { Cookie: mine } })).status).toBe(
    204,
  );
  expect((await api.request('GET', '/me', { headers: { Cookie: other } })).status).toBe(401);
});

test('a closed account is out from the next request on', async () => {
  const cookie = await api.logIn('otherAgent');
  await api.store.users.updateOne({ email: PEOPLE.otherAgent }, { $set: { active: false } });
  expect((await api.request('GET', '/me', { headers: { Cookie: cookie } })).status).toBe(401);
  const login = await api.request('POST', '/session', {
    body: { email: PEOPLE.otherAgent, password: PASSWORD },
  });
  expect([login.status, login.body.code]).toEqual([401, 'invalid_credentials']);
  await api.store.users.updateOne({ email: PEOPLE.otherAgent }, { $set: { active: true } });
});

describe('guessing', () => {
  const guess = (email: string, password = 'no'): ReturnType<RunningApi['request']> =>
    api.request('POST', '/session', { body: { email, password } });

  test.each([PEOPLE.admin, 'fantasma@optica.test'])(
    '%s is paused after five failures, longer each time',
    async (email) => {
      for (let failure = 0; failure < 5; failure += 1) expect((await guess(email)).status).toBe(401);
      const paused = await guess(email);
      expect([paused.status, paused.body.code]).toEqual([429, 'account_locked']);
      expect(Number(paused.headers.get('retry-after'))).toBeLessThanOrEqual(30);
      later(31_000);
      expect((await guess(email)).status).toBe(401);
      expect(Number((await guess(email)).headers.get('retry-after'))).toBeGreaterThan(30);
    },
  );

  test('guesses sent at once are not looked at more often', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, () => guess('rafaga@optica.test')));
    expect(statuses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('the right password works after the pause, and starts anew', async () => {
    for (let failure = 0; failure < 5; failure += 1) await guess(PEOPLE.clientAdmin);
    expect((await guess(PEOPLE.clientAdmin, PASSWORD)).status).toBe(429);
    later(31_000);
    expect((await guess(PEOPLE.clientAdmin, PASSWORD)).status).toBe(201);
    expect((await guess(PEOPLE.clientAdmin)).status).toBe(401);
    expect((await guess(PEOPLE.clientAdmin, PASSWORD)).status).toBe(201);
  });
});

describe('pages of other sites', () => {
  const change = async (headers: Record<string, string>): Promise<number> => {
    const reply = await api.request('PATCH', '/me', {
      as: 'client',
      body: { name: 'Otra Persona' },
      headers,
    });
    return reply.status;
  };

  test.each<Record<string, string>>([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('change nothing with %j', async (headers) => {
    expect(await change(headers)).toBe(403);
    expect((await api.request('GET', '/me', { as: 'client' })).body.name).toBe('Laura Méndez');
  });

  test('log nobody in either', async () => {
    const reply = await api.request('POST', '/session', {
      body: { email: PEOPLE.client, password: PASSWORD },
      headers: { Origin: 'https://evil.example' },
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'foreign_origin']);
  });

  test('a form can not stand in for JSON', async () => {
    expect(await change({ 'Content-Type': 'text/plain' })).toBe(415);
  });

  test('our own pages may', async () => {
    const origin = new URL(api.url).origin;
    const headers = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
    const reply = await api.request('PATCH', '/me', {
      as: 'client',
      body: { phone: '+52 55 1234 5678' },
      headers,
    });
    expect([reply.status, reply.body.phone]).toEqual([200, '+52 55 1234 5678']);
  });
});
