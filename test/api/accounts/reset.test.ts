import { issueToken } from '../../../src/store/accounts/tokens';
import { findUserByEmail } from '../../../src/store/accounts/users';
import { Mailbox, linkIn, tokenIn } from './mailbox';
import { cookieOf, PASSWORD, PEOPLE, startApi, type Reply, type RunningApi } from './running-api';

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

const NEW = 'otra contraseña, más nueva';

function ask(email: string): Promise<Reply> {
  return api.request('POST', '/password-resets', { body: { email } });
}

function choose(token: string, password = NEW): Promise<Reply> {
  return api.request('PUT', `/password-resets/${token}`, { body: { password } });
}

function logIn(email: string, password: string): Promise<Reply> {
  return api.request('POST', '/session', { body: { email, password } });
}

test('the mail lets its reader choose a password once, and ends every log-in', async () => {
  const cookies = [await api.logIn('client'), await api.logIn('client')];
  await ask(PEOPLE.client);
  const mail = await mailbox.next(PEOPLE.client);
  expect(linkIn(mail).pathname).toBe('/contrasena/nueva');
  expect(mail.parsed.text).toMatch(/30 minutos/);
  expect((await choose(tokenIn(mail))).status).toBe(204);
  for (const Cookie of cookies) {
    expect((await api.request('GET', '/me', { headers: { Cookie } })).status).toBe(401);
  }
  expect((await logIn(PEOPLE.client, PASSWORD)).status).toBe(401);
  expect((await logIn(PEOPLE.client, NEW)).status).toBe(201);
  expect((await choose(tokenIn(mail), 'y una tercera más')).body.code).toBe('invalid_token');
  expect((await mailbox.next(PEOPLE.client, 1)).parsed.subject).toBe('Su contraseña cambió');
});

test('using one link ends the others of the same person', async () => {
  await ask(PEOPLE.clientAdmin);
  await ask(PEOPLE.clientAdmin);
  const first = tokenIn(await mailbox.next(PEOPLE.clientAdmin));
  const second = tokenIn(await mailbox.next(PEOPLE.clientAdmin, 1));
  expect((await choose(second)).status).toBe(204);
  expect((await choose(first)).status).toBe(404);
});

test('of two uses at once one counts', async () => {
  await ask(PEOPLE.otherAgent);
  const token = tokenIn(await mailbox.next(PEOPLE.otherAgent));
  const answers = await Promise.all([
    choose(token, 'la primera de las dos'),
    choose(token, 'la segunda de las dos'),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
});

test('a link is good for thirty minutes', async () => {
  await ask(PEOPLE.neighbour);
  const token = tokenIn(await mailbox.next(PEOPLE.neighbour));
  now = new Date(Date.now() + 30 * 60_000 + 1_000);
  expect((await choose(token)).status).toBe(404);
  now = null;
  expect((await choose(token)).status).toBe(204);
});

test('an unknown address gets the same answer and no mail', async () => {
  const known = await ask(PEOPLE.supervisor);
  const unknown = await ask('nadie@optica.example');
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  expect(await mailbox.count('nadie@optica.example')).toBe(0);
});

test('staff is led to the console', async () => {
  await ask(PEOPLE.agent);
  expect(linkIn(await mailbox.next(PEOPLE.agent)).pathname).toBe('/contrasena/nueva');
});

test('a closed account gets no mail, and no password by an older one', async () => {
  await ask(PEOPLE.admin);
  const token = tokenIn(await mailbox.next(PEOPLE.admin));
  await api.store.users.updateOne({ email: PEOPLE.admin }, { $set: { active: false } });
  await ask(PEOPLE.admin);
  expect(await mailbox.count(PEOPLE.admin)).toBe(1);
  expect((await choose(token)).status).toBe(404);
});

test('a token of another purpose chooses no password', async () => {
  const body = { name: 'Eva', email: 'eva@optica.example', phone: '5512345678', company: 'Óptica' };
  await api.request('POST', '/registrations', { body });
  const token = tokenIn(await mailbox.next(body.email));
  expect((await choose(token)).status).toBe(404);
});

test('a password that is too short is refused, and the link stays good', async () => {
  await ask('cliente@optica-vencida.test');
  const token = tokenIn(await mailbox.next('cliente@optica-vencida.test'));
  expect((await choose(token, 'corta')).status).toBe(400);
  expect((await choose(token)).status).toBe(204);
});

test('no log-in with the old password that is under way meanwhile outlives the new one', async () => {
  const email = PEOPLE.agent;
  let old = PASSWORD;
  for (let round = 0; round < 3; round += 1) {
    const { _id } = (await findUserByEmail(api.store, email))!;
    const token = await issueToken(api.store, 'password_reset', _id, new Date());
    const next = `${NEW} ${round}`;
    const chosen = choose(token, next);
    const under = await Promise.all([0, 1, 2, 3].map(() => logIn(email, old)));
    expect((await chosen).status).toBe(204);
    for (const reply of under) {
      const alive = await api.request('GET', '/me', { headers: { Cookie: cookieOf(reply) } });
      expect(alive.status).toBe(401);
    }
    old = next;
  }
});
