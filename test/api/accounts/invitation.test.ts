import { Mailbox, linkIn, tokenIn } from './mailbox';
import { PEOPLE, startApi, type Reply, type RunningApi, type Who } from './running-api';

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

function invite(as: Who, given: Record<string, unknown>): Promise<Reply> {
  count += 1;
  const body = { email: `invitada${count}@optica.example`, name: 'Rosa Peña', ...given };
  return api.request('POST', '/invitations', { as, body });
}

function accept(token: string): Promise<Reply> {
  return api.request('POST', '/registrations/verification', { body: { token, password: PASSWORD } });
}

function logIn(email: string): Promise<Reply> {
  return api.request('POST', '/session', { body: { email, password: PASSWORD } });
}

test('a client_admin invites a colleague, who belongs to the same customer', async () => {
  const { status, body } = await invite('clientAdmin', { role: 'client' });
  expect(status).toBe(201);
  const mail = await mailbox.next(body.email);
  expect(linkIn(mail).pathname).toBe('/invitacion');
  expect(mail.parsed.text).toContain('Óptica Demo');
  expect((await accept(tokenIn(mail))).body).toMatchObject({ status: 'active' });
  expect((await logIn(body.email)).body.user).toMatchObject({
    role: 'client',
    organization: { id: 'optica-demo' },
  });
});

test.each([
  ['agent', undefined],
  ['supervisor', undefined],
  ['admin', undefined],
  ['client_admin', 'optica-vecina'],
] as const)('an admin invites a %s', async (role, organizationId) => {
  const { body } = await invite('admin', { role, organizationId });
  const mail = await mailbox.next(body.email);
  expect(linkIn(mail).pathname).toBe('/invitacion');
  expect((await accept(tokenIn(mail))).status).toBe(200);
  const user = await api.store.users.findOne({ email: body.email }).lean();
  expect(user).toMatchObject({ role, organizationId: organizationId ?? null });
  expect((await api.store.agents.findById(user!._id).lean()) !== null).toBe(role === 'agent');
});

test.each(['agent', 'supervisor', 'admin'])('a client_admin invites no %s', async (role) => {
  const { status, body } = await invite('clientAdmin', { role });
  expect([status, body.code]).toEqual([422, 'role_not_invitable']);
});

test('nor to another customer', async () => {
  const { status, body } = await invite('clientAdmin', { role: 'client', organizationId: 'optica-vecina' });
  expect([status, body.code]).toEqual([422, 'unknown_organization']);
});

test.each(['client', 'agent', 'supervisor'] as const)('a %s invites nobody', async (who) => {
  expect((await invite(who, { role: 'client' })).status).toBe(403);
  expect((await api.request('GET', '/invitations', { as: who })).status).toBe(403);
});

test('staff belongs to no customer, and a client to one that exists', async () => {
  expect((await invite('admin', { role: 'agent', organizationId: 'optica-demo' })).status).toBe(422);
  expect((await invite('admin', { role: 'client' })).status).toBe(422);
  expect((await invite('admin', { role: 'client', organizationId: 'nadie' })).status).toBe(422);
});

test.each([
  ['whose account was ended', { active: false }],
  ['who may invite no more', { role: 'client' }],
  ['who belongs to another customer by now', { organizationId: 'optica-vecina' }],
])('nobody comes in by an invitation of somebody %s', async (_why, change) => {
  const { body } = await invite('clientAdmin', { role: 'client_admin' });
  const token = tokenIn(await mailbox.next(body.email));
  const inviter = { email: PEOPLE.clientAdmin };
  const before = await api.store.users.findOne(inviter).lean();
  await api.store.users.updateOne(inviter, { $set: change });
  const reply = await accept(token);
  await api.store.users.replaceOne(inviter, before!);
  expect([reply.status, reply.body.code]).toEqual([404, 'invalid_token']);
  expect(await api.store.users.countDocuments({ email: body.email })).toBe(0);
});

test('an invitation taken back opens nothing, and is listed no more', async () => {
  const { body } = await invite('clientAdmin', { role: 'client' });
  const token = tokenIn(await mailbox.next(body.email));
  const listed = async (): Promise<boolean> =>
    (await api.request('GET', '/invitations?limit=100', { as: 'clientAdmin' })).body.items.some(
      ({ id }) => id === body.id,
    );
  expect(await listed()).toBe(true);
  expect((await api.request('DELETE', `/invitations/${body.id}`, { as: 'clientAdmin' })).status).toBe(204);
  expect(await listed()).toBe(false);
  expect((await accept(token)).status).toBe(404);
  expect((await api.request('DELETE', `/invitations/${body.id}`, { as: 'clientAdmin' })).status).toBe(404);
});

test('a client_admin neither sees nor ends invitations to others', async () => {
  const { body } = await invite('admin', { role: 'client', organizationId: 'optica-vecina' });
  const list = await api.request('GET', '/invitations?limit=100', { as: 'clientAdmin' });
  expect(list.body.items.map(({ id }) => id)).not.toContain(body.id);
  expect((await api.request('DELETE', `/invitations/${body.id}`, { as: 'clientAdmin' })).status).toBe(404);
  const all = await api.request('GET', '/invitations?limit=100', { as: 'admin' });
  expect(all.body.items.map(({ id }) => id)).toContain(body.id);
});

test('an invitation is accepted once, and for seven days', async () => {
  const first = await invite('clientAdmin', { role: 'client' });
  const token = tokenIn(await mailbox.next(first.body.email));
  const answers = await Promise.all([accept(token), accept(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  const second = await invite('clientAdmin', { role: 'client' });
  const late = tokenIn(await mailbox.next(second.body.email));
  now = new Date(Date.now() + 7 * 24 * 3_600_000 + 1_000);
  expect((await accept(late)).status).toBe(404);
});

test('inviting somebody who has an account looks the same and changes nothing of theirs', async () => {
  const { status, body } = await invite('clientAdmin', { role: 'client_admin', email: PEOPLE.neighbour });
  expect([status, body.role]).toEqual([201, 'client_admin']);
  expect((await mailbox.next(PEOPLE.neighbour)).parsed.text).not.toContain('token=');
  expect(await api.store.users.findOne({ email: PEOPLE.neighbour }).lean()).toMatchObject({
    role: 'client',
    organizationId: 'optica-vecina',
  });
});
