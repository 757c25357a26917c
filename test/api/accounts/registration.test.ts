import { Mailbox, linkIn, tokenIn } from './mailbox';
import { cookieOf, PEOPLE, startApi, type Reply, type RunningApi } from './running-api';

let api: RunningApi;
let mailbox: Mailbox;
let now: Date | null = null;

beforeAll(async () => {
  api = await startApi({ clock: () => now ?? new Date() });
  mailbox = await Mailbox.open(api.store);
});
afterEach(() => {
  now = null;
});
afterAll(async () => {
  await mailbox.close();
  await api.close();
});

const PASSWORD = 'una contraseña elegida';
let count = 0;

function person(customerNumber: string | null = '1001'): Record<string, string | null> {
  count += 1;
  return {
    name: 'Elena Ruiz',
    email: `elena${count}@optica.example`,
    phone: '+52 55 1234 5678',
    company: 'Óptica Demo',
    customerNumber,
  };
}

function register(body: unknown): Promise<Reply> {
  return api.request('POST', '/registrations', { body });
}

function verify(token: string, password = PASSWORD): Promise<Reply> {
  return api.request('POST', '/registrations/verification', { body: { token, password } });
}

function logIn(email: unknown, password = PASSWORD): Promise<Reply> {
  return api.request('POST', '/session', { body: { email, password } });
}

/** Registers and verifies; what the verification answered. */
async function verified(given: Record<string, string | null>): Promise<Reply> {
  expect((await register(given)).status).toBe(202);
  return verify(tokenIn(await mailbox.next(String(given['email']))));
}

async function waitingId(email: string | null | undefined): Promise<string> {
  const list = await api.request('GET', '/registrations?limit=100', { as: 'supervisor' });
  return list.body.items.find((item) => item.email === email)!.id;
}

test('who names a customer with a contract in force is an active client once the mail is answered', async () => {
  const given = person();
  expect((await verified(given)).body).toMatchObject({ status: 'active' });
  const session = await logIn(given['email']);
  expect(session.status).toBe(201);
  expect(session.body.user).toMatchObject({ role: 'client', organization: { id: 'optica-demo' } });
  const key = await api.request('POST', '/api-keys', {
    body: { name: 'programa' },
    headers: { Cookie: cookieOf(session) },
  });
  const me = await api.request('GET', '/me', { headers: { Authorization: `Bearer ${key.body.key}` } });
  expect(me.body).toMatchObject({ email: given['email'], phone: given['phone'] });
});

test('before the mail is answered there is no account', async () => {
  const given = person();
  await register(given);
  await mailbox.next(String(given['email']));
  expect((await logIn(given['email'])).status).toBe(401);
});

test('the mail leads to a page of the Sitio, with the token where no server reads it', async () => {
  const given = person();
  await register(given);
  const mail = await mailbox.next(String(given['email']));
  const { pathname, search, hash } = linkIn(mail);
  expect([pathname, search]).toEqual(['/registro/verificar', '']);
  expect(hash).toMatch(/^#token=[0-9a-f]{20}\.[\w-]{43}$/);
  expect(mail.parsed.html).toContain(hash.replace('#', '')); // both forms of the mail
  expect(mail.parsed.text).toMatch(/una sola vez/);
});

test('nothing that is kept opens an account', async () => {
  const given = person();
  await register(given);
  const token = tokenIn(await mailbox.next(String(given['email'])));
  const secret = token.split('.')[1]!;
  for (const model of Object.values(api.store.connection.models)) {
    expect(JSON.stringify(await model.find().lean())).not.toContain(secret);
  }
});

test.each([
  ['an unknown customer number', '999999', 'unknown_customer'],
  ['no customer number', null, 'unknown_customer'],
  ['a contract that has ended', '1003', 'contract_not_in_force'],
])('with %s the account waits, and is told so', async (_case, customerNumber, waitingFor) => {
  const given = person(customerNumber);
  const answer = await verified(given);
  expect(answer.body).toMatchObject({
    status: 'waiting_approval',
    message: expect.stringMatching(/espera la aprobación/) as string,
  });
  expect((await logIn(given['email'])).status).toBe(401);
  const list = await api.request('GET', '/registrations?limit=100', { as: 'admin' });
  expect(list.body.items.find(({ email }) => email === given['email'])).toMatchObject({ waitingFor });
  expect(JSON.stringify(list.body)).not.toMatch(/argon2|[Hh]ash/);
  expect((await mailbox.next(String(given['email']), 1)).parsed.subject).toMatch(/espera la aprobación/);
});

test('a supervisor approves for a customer, and the person gets in with the chosen password', async () => {
  const given = person('999999');
  await verified(given);
  const id = await waitingId(given['email']);
  const body = { organizationId: 'optica-vecina', role: 'client_admin' };
  const approval = await api.request('PUT', `/registrations/${id}/approval`, { as: 'supervisor', body });
  expect(approval.status).toBe(200);
  expect((await logIn(given['email'])).body.user).toMatchObject({
    role: 'client_admin',
    organization: { id: 'optica-vecina' },
  });
  expect((await mailbox.next(String(given['email']), 2)).parsed.subject).toMatch(/aprobado/);
  const again = await api.request('PUT', `/registrations/${id}/approval`, {
    as: 'admin',
    body: { organizationId: 'optica-demo' },
  });
  expect([again.status, again.body.code]).toEqual([409, 'already_decided']);
});

test('two who decide at once: one is heard', async () => {
  const given = person('999999');
  await verified(given);
  const id = await waitingId(given['email']);
  const body = { reason: 'No es cliente' };
  const both = await Promise.all([
    api.request('PUT', `/registrations/${id}/refusal`, { as: 'supervisor', body }),
    api.request('PUT', `/registrations/${id}/refusal`, { as: 'admin', body }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a refusal tells the person why, and leaves no account', async () => {
  const given = person('999999');
  await verified(given);
  const id = await waitingId(given['email']);
  const body = { reason: 'La empresa no es cliente de e-Optics.' };
  expect((await api.request('PUT', `/registrations/${id}/refusal`, { as: 'admin', body })).status).toBe(200);
  expect((await mailbox.next(String(given['email']), 2)).parsed.text).toContain(body.reason);
  expect((await logIn(given['email'])).status).toBe(401);
  expect((await api.store.registrations.findById(id).lean())!.passwordHash).toBeNull();
});

test('an approval for a customer that does not exist changes nothing', async () => {
  const given = person('999999');
  await verified(given);
  const id = await waitingId(given['email']);
  const approval = await api.request('PUT', `/registrations/${id}/approval`, {
    as: 'admin',
    body: { organizationId: 'nadie' },
  });
  expect([approval.status, approval.body.code]).toEqual([422, 'unknown_organization']);
  expect((await logIn(given['email'])).status).toBe(401);
});

test('an address that has an account gets the same answer, and its owner hears of it', async () => {
  const stranger = await register(person());
  const known = await register({ ...person(), email: PEOPLE.client.toUpperCase() });
  expect([known.status, known.body]).toEqual([stranger.status, stranger.body]);
  const mail = await mailbox.next(PEOPLE.client);
  expect(mail.parsed.subject).toBe('Usted ya tiene una cuenta');
  expect(mail.parsed.text).not.toContain('token=');
});

test('a link works once, also when it is opened twice at the same time', async () => {
  const given = person();
  await register(given);
  const token = tokenIn(await mailbox.next(String(given['email'])));
  const answers = await Promise.all([verify(token), verify(token), verify(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect((await verify(token)).body.code).toBe('invalid_token');
});

test('a link is good for a day', async () => {
  const given = person();
  await register(given);
  const token = tokenIn(await mailbox.next(String(given['email'])));
  now = new Date(Date.now() + 24 * 3_600_000 + 1_000);
  expect((await verify(token)).body.code).toBe('invalid_token');
});

test('a link with another secret opens nothing and leaves the right one good', async () => {
  const given = person();
  await register(given);
  const token = tokenIn(await mailbox.next(String(given['email'])));
  const forged = `${token.split('.')[0]}.${'A'.repeat(43)}`;
  expect((await verify(forged)).status).toBe(404);
  expect((await verify(token)).status).toBe(200);
});

test('a second registration of one address does not take the account of the first', async () => {
  const given = person();
  await register(given);
  await register({ ...given, name: 'Otra Persona' });
  const first = tokenIn(await mailbox.next(String(given['email'])));
  const second = tokenIn(await mailbox.next(String(given['email']), 1));
  expect((await verify(first)).status).toBe(200);
  expect((await verify(second, 'otra contraseña larga')).status).toBe(404);
  expect((await logIn(given['email'])).status).toBe(201);
});

test('a mailbox is not flooded, whoever it belongs to', async () => {
  for (const email of [PEOPLE.neighbour, 'nadie@optica.example']) {
    const answers: number[] = [];
    for (let round = 0; round < 7; round += 1) answers.push((await register({ ...person(), email })).status);
    expect(answers).toEqual([202, 202, 202, 202, 202, 429, 429]);
  }
});

test.each(['client', 'clientAdmin', 'agent'] as const)('%s decides on no registration', async (who) => {
  const given = person('999999');
  await verified(given);
  const id = await waitingId(given['email']);
  const isClient = who !== 'agent';
  const body = { organizationId: 'optica-demo' };
  expect((await api.request('GET', '/registrations', { as: who })).status).toBe(403);
  const approval = await api.request('PUT', `/registrations/${id}/approval`, { as: who, body });
  expect(approval.status).toBe(isClient ? 404 : 403);
});

test.each(['role', 'organizationId', 'state', 'id', '_id', 'passwordHash', 'active'])(
  'nobody registers with a %s of their own choice',
  async (field) => {
    const answer = await register({ ...person(), [field]: 'admin' });
    expect([answer.status, answer.body.errors[0]?.path]).toEqual([400, field]);
  },
);
