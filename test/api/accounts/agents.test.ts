import { TICKET_TYPES } from '../../../src/domain/classification/ticket-types';
import { PASSWORD, startApi, type Reply, type RunningApi } from './running-api';

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let count = 0;
function newAgent(change: object = {}): Promise<Reply> {
  count += 1;
  const body = {
    email: `nuevo${count}@e-optics.test`,
    name: 'Agente Nueva',
    skills: ['question'],
    ...change,
  };
  return api.request('POST', '/agents', { as: 'supervisor', body });
}

test('the staff sees who the agents are and what they know, in the order of names', async () => {
  const { status, body } = await api.request('GET', '/agents', { as: 'agent' });
  expect(status).toBe(200);
  expect(body.items.map(({ email }) => email)).toEqual(['agente1@e-optics.test', 'agente2@e-optics.test']);
  expect(Object.keys(body.items[0]!).sort()).toEqual([
    'available',
    'capacity',
    'email',
    'id',
    'name',
    'openTickets',
    'skills',
    'version',
    'workingCalendar',
  ]);
});

test('a new agent can log in and work', async () => {
  const made = await newAgent({ password: PASSWORD, capacity: 3, workingCalendarId: 'mx' });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    skills: ['question'],
    capacity: 3,
    available: false,
    openTickets: 0,
    workingCalendar: { id: 'mx', version: 1 },
  });
  const { email } = made.body;
  const login = await api.request('POST', '/session', { body: { email, password: PASSWORD } });
  expect(login.body.user).toMatchObject({ id: made.body.id, role: 'agent', organization: null });
});

test('somebody of the staff can take tickets too, and keeps the role', async () => {
  const made = await newAgent({ email: 'supervisor@e-optics.test' });
  const me = await api.request('GET', '/me', { as: 'supervisor' });
  expect([made.status, me.body.id, me.body.role]).toEqual([201, made.body.id, 'supervisor']);
});

test.each(['agente1@e-optics.test', 'Cliente@optica-demo.test'])(
  '%s can not become an agent',
  async (email) => {
    const { status, body } = await newAgent({ email });
    expect([status, body.code]).toEqual([409, 'already_exists']);
  },
);

test.each([
  [{ skills: ['question', 'no_such_type'] }, 422, 'skills.1'],
  [{ workingCalendarId: 'no-such' }, 422, 'workingCalendarId'],
  [{ capacity: 0 }, 400, 'capacity'],
  [{ password: 'corta' }, 400, 'password'],
  [{ role: 'admin' }, 400, 'role'],
  [{ folios: ['1'] }, 400, 'folios'],
])('a new agent with %j is refused', async (change, status, path) => {
  const before = await api.store.users.countDocuments();
  const { status: given, body } = await newAgent(change);
  expect([given, body.errors[0]?.path]).toEqual([status, path]);
  expect(await api.store.users.countDocuments()).toBe(before);
});

test('agents set their own availability, and nobody else’s', async () => {
  const { id } = (await api.request('GET', '/me', { as: 'agent' })).body;
  const put = (as: 'agent' | 'otherAgent' | 'supervisor' | 'client'): ReturnType<RunningApi['request']> =>
    api.request('PUT', `/agents/${id}/availability`, { as, body: { available: false } });
  expect((await put('otherAgent')).status).toBe(403);
  expect((await put('client')).status).toBe(404);
  expect((await put('agent')).body).toMatchObject({ id, available: false });
  const back = await api.request('PUT', `/agents/${id}/availability`, {
    as: 'supervisor',
    body: { available: true },
  });
  expect(back.body).toMatchObject({ available: true });
});

test('a supervisor changes what an agent knows and is called', async () => {
  const { body: agent } = await newAgent();
  const path = `/agents/${agent.id}`;
  const change = { name: 'Otro Nombre', skills: ['usability'], capacity: 7 };
  const { status, body } = await api.request('PATCH', path, { as: 'supervisor', body: change });
  expect([status, body]).toEqual([200, { ...agent, ...change, version: 2 }]);
  expect((await api.request('PATCH', path, { as: 'supervisor', body: {} })).body).toEqual({
    ...agent,
    ...change,
    version: 2,
  });
  expect((await api.request('PATCH', path, { as: 'agent', body: change })).status).toBe(403);
  expect(await api.store.users.findById(agent.id).lean()).toMatchObject({ name: 'Otro Nombre' });
});

test('a ticket that waits goes to the agent who becomes available', async () => {
  const { body: agent } = await newAgent({ skills: ['backup_help'], available: false });
  await api.store.agents.updateMany({ _id: { $ne: agent.id } }, { $set: { available: false } });
  const waiter = { type: 'backup_help', rank: 2, since: '2026-01-01T00:00:00.000Z' };
  await api.store.waiters.insertMany([
    { _id: '700001', ...waiter, exceptAgentId: null, reservedFor: null, reservedAt: null },
  ]);
  const path = `/agents/${agent.id}/availability`;
  const { body } = await api.request('PUT', path, { as: 'supervisor', body: { available: true } });
  expect(body).toMatchObject({ available: true, openTickets: 1 });
  expect(await api.store.waiters.findById('700001').lean()).toMatchObject({ reservedFor: agent.id });
});

test('the catalog offers types, priorities, products and what is not included', async () => {
  const { status, body } = await api.request('GET', '/catalog', { as: 'client' });
  expect(status).toBe(200);
  expect(body.types.map(({ id }) => id)).toEqual(TICKET_TYPES.map(({ id }) => id));
  expect(body.priorities.map(({ label }) => label)).toEqual(['Urgente', 'Alta', 'Media', 'Baja']);
  expect(body.products[0]).toEqual({
    id: 'e-optics-online',
    name: 'e-Optics online',
    currentVersion: '2026.11',
    providedByUs: true,
    version: 1,
  });
  expect(body.exclusions.length).toBeGreaterThanOrEqual(15);
  expect((await api.request('GET', '/catalog')).status).toBe(401);
});
