import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../src/api/auth/password';
import { readConfig } from '../../src/config';
import { addUser } from '../../src/store/accounts/users';
import { ApiUnderTest } from './api-under-test';
import type { Reply } from './caller';

const PASSWORD = 'una contraseña de prueba';
const AT_ONCE = 50;

let api: ApiUnderTest;

beforeEach(async () => {
  // What an installation has that sets nothing.
  api = await ApiUnderTest.start({ config: { rateLimit: readConfig({}).rateLimit } });
});

afterEach(() => api.stop());

/** How many of so many requests, sent one group after the other, were let through, and the first that was not. */
async function letThrough(
  count: number,
  send: (nth: number) => Promise<Reply>,
): Promise<{ passed: number; refused: Reply | undefined }> {
  const replies: Reply[] = [];
  for (let sent = 0; sent < count; sent += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, count - sent) }, (_, nth) => send(sent + nth));
    replies.push(...(await Promise.all(group)));
  }
  const refused = replies.filter(({ body }) => body?.['code'] === 'rate_limited');
  return { passed: count - refused.length, refused: refused[0] };
}

function expectTooMany(reply: Reply | undefined, withinSeconds: number): void {
  expect(reply?.status).toBe(429);
  const wait = Number(reply?.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(withinSeconds);
}

async function account(): Promise<string> {
  const email = `${randomUUID()}@example.test`;
  const given = { email, name: 'Ana', phone: null, role: 'client', organizationId: null } as const;
  await addUser(api.deps.store, { ...given, passwordHash: await hashPassword(PASSWORD) }, new Date());
  return email;
}

function logIn(email: string, password: string): Promise<Reply> {
  return api.anonymous().call('logIn', { body: { email, password } });
}

test('an address sends a thousand requests and more in a row; what comes beyond waits for the next minute', async () => {
  const anonymous = api.anonymous();
  const { passed, refused } = await letThrough(1_300, () => anonymous.call('readPublicSettings'));
  expect(passed).toBe(1_200);
  expectTooMany(refused, 60);
  // Whoever watches the service is not kept from it.
  expect((await anonymous.call('isAlive')).status).toBe(200);
}, 60_000);

test('each address has limits of its own', async () => {
  await api.stop();
  const rateLimit = readConfig({}).rateLimit;
  api = await ApiUnderTest.start({ config: { rateLimit, trustProxy: 1 } });
  const from = (address: string): Promise<Reply> =>
    api.anonymous().call('readPublicSettings', { headers: { 'X-Forwarded-For': address } });
  const { refused } = await letThrough(1_201, () => from('192.0.2.1'));
  expectTooMany(refused, 60);
  expect((await from('192.0.2.2')).status).toBe(200);
}, 60_000);

test('log-ins, registrations and resets of an address have one much tighter limit together', async () => {
  const anonymous = api.anonymous();
  const email = (nth: number): string => `nadie-${nth}@example.test`;
  const somebody = { name: 'Ana', phone: '5512345678', company: 'Óptica' };
  const ways = [
    (nth: number) => logIn(email(nth), 'no es'),
    (nth: number) => anonymous.call('register', { body: { ...somebody, email: email(nth) } }),
    (nth: number) => anonymous.call('askForPassword', { body: { email: email(nth) } }),
  ];
  const { passed, refused } = await letThrough(90, (nth) => ways[nth % ways.length]!(nth));
  expect(passed).toBe(60);
  expectTooMany(refused, 15 * 60);
  expect((await anonymous.call('readPublicSettings')).status).toBe(200);
}, 60_000);

test('a few wrong passwords pause one account, and nobody else’s', async () => {
  const [guessed, other] = [await account(), await account()];
  const codes: unknown[] = [];
  for (let guess = 0; guess < 7; guess += 1) codes.push((await logIn(guessed, 'no es')).body['code']);
  expect(codes).toEqual([
    ...Array<string>(5).fill('invalid_credentials'),
    ...Array<string>(2).fill('account_locked'),
  ]);
  const paused = await logIn(guessed, PASSWORD);
  expectTooMany(paused, 30);
  expect((await logIn(other, PASSWORD)).status).toBe(201);
});

test('a few mails asked for to one address pause those to it, and to nobody else', async () => {
  const ask = (email: string): Promise<Reply> => api.anonymous().call('askForPassword', { body: { email } });
  const replies: Reply[] = [];
  for (let nth = 0; nth < 6; nth += 1) replies.push(await ask('ana@example.test'));
  expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429]);
  expectTooMany(replies.at(-1), 30);
  expect((await ask('eva@example.test')).status).toBe(202);
});
