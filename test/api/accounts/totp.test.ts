import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../../../src/api/auth/password';
import { sealPlainSecrets } from '../../../src/api/auth/seal-plain-secrets';
import { addUser } from '../../../src/store/accounts/users';
import type { Role } from '../../../src/domain/access/role';
import { cookieOf, startApi, type Reply, type RunningApi } from './running-api';

let api: RunningApi;
let now: Date | null = null;
let passwordHash: string;

beforeAll(async () => {
  api = await startApi({ clock: () => now ?? new Date() });
  passwordHash = await hashPassword(PASSWORD);
});
afterEach(() => {
  now = null;
});
afterAll(() => api.close());

const PASSWORD = 'una contraseña elegida';
const STEP_MS = 30_000;
let count = 0;

interface Somebody {
  id: string;
  email: string;
  cookie: string;
}

/** Somebody outside the demo data, logged in. */
async function somebody(role: Role): Promise<Somebody> {
  count += 1;
  const email = `persona${count}@e-optics.example`;
  const organizationId = role.startsWith('client') ? 'optica-demo' : null;
  const person = { email, name: 'Nadia Cruz', phone: null, role, organizationId, passwordHash };
  const user = await addUser(api.store, person, new Date());
  return { id: user!._id, email, cookie: cookieOf(await logIn(email)) };
}

function logIn(email: string, totp?: string): Promise<Reply> {
  return api.request('POST', '/session', { body: { email, password: PASSWORD, ...(totp && { totp }) } });
}

function as({ cookie }: { cookie: string }, method: string, path: string, body?: unknown): Promise<Reply> {
  return api.request(method, path, { body, headers: { Cookie: cookie } });
}

/** The code that a telephone shows, some steps from now. */
function codeOf(secret: string, steps = 0): string {
  const timestamp = (now ?? new Date()).getTime() + steps * STEP_MS;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

interface Enrolled extends Somebody {
  secret: string;
  recoveryCodes: string[];
}

async function enrolled(role: Role): Promise<Enrolled> {
  const who = await somebody(role);
  const begun = await as(who, 'POST', '/second-factor', { password: PASSWORD });
  expect(begun.status).toBe(201);
  const { secret } = begun.body as unknown as { secret: string };
  const confirmed = await as(who, 'PUT', '/second-factor/confirmation', { code: codeOf(secret, -1) });
  expect(confirmed.status).toBe(200);
  const { recoveryCodes } = confirmed.body as unknown as { recoveryCodes: string[] };
  return { ...who, secret, recoveryCodes, cookie: cookieOf(confirmed) };
}

test.each(['admin', 'supervisor'] as const)('a new %s may do nothing but enrol', async (role) => {
  const who = await somebody(role);
  for (const path of ['/me', '/agents', '/tickets', '/organizations', '/api-keys']) {
    const reply = await as(who, 'GET', path);
    expect([path, reply.status, reply.body.code]).toEqual([path, 403, 'second_factor_required']);
  }
  expect((await as(who, 'POST', '/api-keys', { name: 'atajo' })).body.code).toBe('second_factor_required');
  expect((await as(who, 'GET', '/session')).body).toMatchObject({ mustEnrol: true });
  expect((await as(who, 'GET', '/second-factor')).body).toEqual({
    enrolled: false,
    required: true,
    recoveryCodesLeft: 0,
  });
});

test.each(['client', 'client_admin', 'agent'] as const)('a %s may do without', async (role) => {
  const who = await somebody(role);
  expect((await as(who, 'GET', '/me')).status).toBe(200);
  expect((await as(who, 'GET', '/second-factor')).body).toMatchObject({ required: false });
});

test('enrolling opens the doors, under a new token, and ends every other log-in', async () => {
  const first = await somebody('admin');
  const other = { cookie: cookieOf(await logIn(first.email)) };
  const begun = await as(first, 'POST', '/second-factor', { password: PASSWORD });
  const { secret, uri } = begun.body as unknown as { secret: string; uri: string };
  expect(uri).toMatch(/^otpauth:\/\/totp\//);
  expect(uri).toContain(`secret=${secret}`);
  const confirmed = await as(first, 'PUT', '/second-factor/confirmation', { code: codeOf(secret) });
  const after = { cookie: cookieOf(confirmed) };
  expect(after.cookie).not.toBe(first.cookie);
  expect((await as(after, 'GET', '/agents')).status).toBe(200);
  expect((await as(after, 'GET', '/session')).body).toMatchObject({ mustEnrol: false });
  expect((await as(first, 'GET', '/session')).status).toBe(401);
  expect((await as(other, 'GET', '/session')).status).toBe(401);
});

test('from then on a log-in needs the code as well as the password', async () => {
  const who = await enrolled('agent');
  expect((await logIn(who.email)).body.code).toBe('totp_required');
  expect((await logIn(who.email, codeOf(who.secret, 20))).body.code).toBe('invalid_totp');
  const entry = await logIn(who.email, codeOf(who.secret));
  expect([entry.status, (await as({ cookie: cookieOf(entry) }, 'GET', '/me')).status]).toEqual([201, 200]);
});

test('without the right password nobody learns that a code would be asked for', async () => {
  const who = await enrolled('agent');
  const body = { email: who.email, password: 'otra cosa' };
  expect((await api.request('POST', '/session', { body })).body.code).toBe('invalid_credentials');
});

test('a code opens once, also when it is sent twice at the same time', async () => {
  const who = await enrolled('agent');
  const code = codeOf(who.secret);
  const answers = await Promise.all([logIn(who.email, code), logIn(who.email, code)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  expect((await logIn(who.email, code)).body.code).toBe('invalid_totp');
});

test.each([
  [-1, 201],
  [0, 201],
  [1, 201],
  [-2, 401],
  [2, 401],
])('a telephone that is %i steps off answers %i', async (steps, status) => {
  const who = await enrolled('agent');
  // The step of the enrolment has been used up.
  now = new Date(Date.now() + 10 * STEP_MS);
  expect((await logIn(who.email, codeOf(who.secret, steps))).status).toBe(status);
});

test('a recovery code stands in for the telephone, once', async () => {
  const who = await enrolled('supervisor');
  expect(new Set(who.recoveryCodes).size).toBe(10);
  const entry = await logIn(who.email, who.recoveryCodes[3]);
  expect(entry.status).toBe(201);
  const left = await as({ cookie: cookieOf(entry) }, 'GET', '/second-factor');
  expect(left.body).toMatchObject({ recoveryCodesLeft: 9 });
  expect((await logIn(who.email, who.recoveryCodes[3])).body.code).toBe('invalid_totp');
});

test('new recovery codes replace the old ones', async () => {
  const who = await enrolled('admin');
  const renewed = await as(who, 'POST', '/second-factor/recovery-codes', { code: codeOf(who.secret) });
  const { recoveryCodes } = renewed.body as unknown as { recoveryCodes: string[] };
  expect((await logIn(who.email, who.recoveryCodes[0])).status).toBe(401);
  expect((await logIn(who.email, recoveryCodes[0])).status).toBe(201);
});

test('nothing that is kept gives a recovery code away', async () => {
  const who = await enrolled('admin');
  const kept = JSON.stringify(await api.store.secondFactors.findById(who.id).lean());
  for (const code of who.recoveryCodes) expect(kept).not.toContain(code);
});

test('nothing that is kept gives the secret away, confirmed or not', async () => {
  const who = await enrolled('admin');
  const body = { password: PASSWORD, code: who.recoveryCodes[0] };
  const begun = await as(who, 'POST', '/second-factor', body);
  const { secret } = begun.body as unknown as { secret: string };
  const kept = await api.store.secondFactors.findById(who.id).lean();
  expect([kept!.secret, kept!.pending].every((text) => text!.startsWith('sealed:'))).toBe(true);
  for (const plain of [who.secret, secret]) expect(JSON.stringify(kept)).not.toContain(plain);
});

test('a secret that an earlier version kept in clear is sealed at the start, and opens as before', async () => {
  const who = await enrolled('agent');
  await api.store.secondFactors.updateOne({ _id: who.id }, { $set: { secret: `plain:${who.secret}` } });
  await sealPlainSecrets(api.deps);
  await sealPlainSecrets(api.deps);
  const kept = await api.store.secondFactors.findById(who.id).lean();
  expect(kept!.secret).toMatch(/^sealed:/);
  expect(JSON.stringify(await api.store.secondFactors.find().lean())).not.toContain(who.secret);
  now = new Date(Date.now() + 10 * STEP_MS);
  expect((await logIn(who.email, codeOf(who.secret))).status).toBe(201);
});

test('guessing codes is paused like guessing passwords', async () => {
  const who = await enrolled('agent');
  const answers: number[] = [];
  for (let guess = 0; guess < 6; guess += 1) answers.push((await logIn(who.email, '000000')).status);
  expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
});

test('guessing the first code is paused too', async () => {
  const who = await somebody('admin');
  await as(who, 'POST', '/second-factor', { password: PASSWORD });
  const answers: number[] = [];
  for (let guess = 0; guess < 6; guess += 1) {
    answers.push((await as(who, 'PUT', '/second-factor/confirmation', { code: '000000' })).status);
  }
  expect(answers.slice(0, 4)).toEqual([422, 422, 422, 422]);
  expect(answers.at(-1)).toBe(429);
});

test('a stolen session can not put another telephone in place', async () => {
  const who = await enrolled('admin');
  const wrong = await as(who, 'POST', '/second-factor', { password: 'adivinada' });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'wrong_password']);
  const missing = await as(who, 'POST', '/second-factor', { password: PASSWORD });
  expect([missing.status, missing.body.code]).toEqual([422, 'invalid_code']);
  expect((await logIn(who.email, codeOf(who.secret))).status).toBe(201);
});

test('a new telephone replaces the old one when it is confirmed, not before', async () => {
  const who = await enrolled('admin');
  const body = { password: PASSWORD, code: who.recoveryCodes[0] };
  const begun = await as(who, 'POST', '/second-factor', body);
  const { secret } = begun.body as unknown as { secret: string };
  expect((await logIn(who.email, codeOf(who.secret))).status).toBe(201);
  expect((await as(who, 'PUT', '/second-factor/confirmation', { code: codeOf(secret) })).status).toBe(200);
  now = new Date(Date.now() + 10 * STEP_MS);
  expect((await logIn(who.email, codeOf(who.secret))).status).toBe(401);
  expect((await logIn(who.email, codeOf(secret))).status).toBe(201);
});

test('an API key neither enrols nor confirms', async () => {
  const who = await somebody('agent');
  const { body } = await as(who, 'POST', '/api-keys', { name: 'programa' });
  const headers = { Authorization: `Bearer ${body.key}` };
  const begun = await api.request('POST', '/second-factor', { body: { password: PASSWORD }, headers });
  expect(begun.status).toBe(403);
});

test('an admin takes it off who lost everything; the person must enrol again', async () => {
  const who = await enrolled('supervisor');
  expect((await api.request('DELETE', `/people/${who.id}/second-factor`, { as: 'supervisor' })).status).toBe(
    404,
  );
  expect((await api.request('DELETE', `/people/${who.id}/second-factor`, { as: 'admin' })).status).toBe(204);
  expect((await as(who, 'GET', '/session')).status).toBe(401);
  const again = { cookie: cookieOf(await logIn(who.email)) };
  expect((await as(again, 'GET', '/agents')).body.code).toBe('second_factor_required');
});
