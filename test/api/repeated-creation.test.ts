import { randomUUID } from 'node:crypto';
import type { EventType } from '../../src/domain/ticket/events';
import { ROUTES } from '../../src/contract/registry';
import type { Route } from '../../src/contract/route';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

type Id = (typeof ROUTES)[number]['id'];

interface Creation {
  as: Caller;
  params?: Record<string, string>;
  body: unknown;
  /** Of what the route makes, how much there is. */
  count: () => PromiseLike<number>;
  makes?: number;
}

let api: ApiUnderTest;
let client: Caller;
let agent: Caller;
let supervisor: Caller;
let admin: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  client = await api.person('client');
  agent = await api.person('agent');
  supervisor = await api.person('supervisor');
  admin = await api.person('admin');
}, 120_000);

afterAll(() => api.stop());

/** A ticket that may be solved, and how many events of a type it has. */
async function onTicket(type: EventType): Promise<{ params: { folio: string }; count: Creation['count'] }> {
  const { body } = await client.call('registerTicket', { body: registration() });
  const params = { folio: String(body['folio']) };
  const priority = { impact: 'one_user', urgency: 'degraded' };
  const six = {
    nature: 'La agenda no abre',
    priorityConfirmed: true,
    contactConfirmed: true,
    historyReviewed: true,
    possibleSolutions: [{ summary: 'Borrar la memoria del navegador', estimatedMinutes: 30 }],
    responsibilities: 'Soporte revisa',
    message: 'Ya lo revisamos',
  };
  await agent.call('assignTicket', { params, body: { agentId: agent.who.userId } });
  await agent.call('categorizeTicket', { params, body: { type: 'technical_problem' } });
  await agent.call('prioritizeTicket', { params, body: priority });
  const attended = await agent.call('attendTicket', { params, body: six });
  expect(attended.status).toBe(200);
  return { params, count: () => api.deps.store.events.countDocuments({ folio: params.folio, type }) };
}

/** Every POST that makes something, with a request that succeeds. */
const CREATIONS: Partial<Record<Id, () => Promise<Creation> | Creation>> = {
  registerTicket: () => ({
    as: client,
    body: registration(),
    count: () => api.deps.store.intakes.countDocuments(),
  }),
  addNote: async () => ({ as: agent, body: { body: 'Una nota' }, ...(await onTicket('note_added')) }),
  recordPhoneCall: async () => ({
    as: agent,
    body: {
      at: new Date().toISOString(),
      minutes: 3,
      number: '5512345678',
      summary: 'No contesta',
      outcome: 'no_answer',
    },
    ...(await onTicket('phone_call_recorded')),
  }),
  proposeSolution: async () => ({
    as: agent,
    body: { summary: 'Borre la memoria' },
    ...(await onTicket('solution_proposed')),
  }),
  splitTicket: async () => {
    const part = (subject: string): object => ({ subject, description: subject, type: 'question' });
    return {
      as: agent,
      ...(await onTicket('split')),
      body: { parts: [part('Uno'), part('Otro')], keepOriginal: true },
      count: () => api.deps.store.intakes.countDocuments(),
      makes: 2,
    };
  },
  referTicket: async () => ({
    as: agent,
    body: { description: 'Un desarrollo', keepOpen: true },
    ...(await onTicket('referred')),
  }),
  addCannedReply: () => ({
    as: supervisor,
    body: { title: 'Saludo', shortcut: 'saludo', body: 'Buen día' },
    count: () => api.deps.store.cannedReplies.countDocuments(),
  }),
  openIncident: () => ({
    as: supervisor,
    body: { title: 'Sin timbrado', notice: null, severity: 'major' },
    count: () => api.deps.store.incidents.countDocuments(),
  }),
  postIncidentUpdate: async () => {
    const incident = { title: 'Lentitud', notice: null, severity: 'minor' };
    const { body } = await supervisor.call('openIncident', { body: incident });
    return {
      as: supervisor,
      params: { id: String(body['id']) },
      body: { body: 'Ya mejora' },
      count: () => api.deps.store.incidentUpdates.countDocuments(),
    };
  },
  invite: () => ({
    as: admin,
    body: { email: 'nueva@e-optics.test', name: 'Nueva Persona', role: 'supervisor' },
    count: () => api.deps.store.invitations.countDocuments(),
  }),
  createOrganization: () => ({
    as: supervisor,
    body: { name: 'Óptica nueva', customerNumber: 'C-77' },
    count: () => api.deps.store.organizations.countDocuments(),
  }),
  createAgent: () => ({
    as: supervisor,
    body: { email: 'agente-nuevo@e-optics.test', name: 'Agente Nuevo', skills: ['question'] },
    count: () => api.deps.store.agents.countDocuments(),
  }),
  createApiKey: () => ({
    as: client,
    body: { name: 'Inventario' },
    count: () => api.deps.store.apiKeys.countDocuments({ userId: client.who.userId }),
  }),
};

/** Posts that make nothing, or nothing twice, and why. */
const ELSEWHERE: Partial<Record<Id, string>> = {
  postMessage: 'test/api/idempotency: accepted once, and answered before it is processed',
  requestRemoteSession: 'test/api/remote-sessions: one session at a time',
  createAttachment: 'test/api/accounts/attachments: a file is told by its content',
  receiveMailReport: 'told apart by the id of the report',
  receivePaymentNews: 'told apart by the id of the news',
  repairTicket: 'a ticket runs once whatever starts it',
  openRemoteSessionCheckout: 'test/api/remote-sessions: money needs a key',
  retryRemoteSession: 'tries again what is left to do',
  handOver: 'each ticket has a command of its own that comes of the key',
  erasePerson: 'what is gone is gone',
  logIn: 'whoever logs in twice is logged in twice',
  beginSecondFactor: 'a new secret takes the place of the last',
  renewRecoveryCodes: 'its code counts once',
  register: 'the answer is the same whether or not there is one already',
  verifyRegistration: 'its token counts once',
  askForPassword: 'the answer is the same whether or not there is an account',
  previewDeadline: 'keeps nothing',
  decodePayloads: 'keeps nothing',
  encodePayloads: 'keeps nothing',
};

test('every route that may make something is looked at here', () => {
  const posts = (ROUTES as readonly Route[]).filter(({ method }) => method === 'post').map(({ id }) => id);
  expect([...Object.keys(CREATIONS), ...Object.keys(ELSEWHERE)].sort()).toEqual(posts.sort());
});

test.each(Object.entries(CREATIONS))(
  '%s: several at once with one key, and again later, make one and are told the same',
  async (id, creation) => {
    const { as, params = {}, body, count, makes = 1 } = await creation();
    const before = await count();
    const headers = { 'Idempotency-Key': randomUUID() };
    const send = (): Promise<Reply> => as.call(id as Id, { params, body, headers });
    const replies = await Promise.all([send(), send(), send()]);
    const again = await send();
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    for (const reply of replies) expect(reply.body).toEqual(again.body);
    expect((await count()) - before).toBe(makes);
    expect(
      (await as.call(id as Id, { params, body, headers: { 'Idempotency-Key': randomUUID() } })).body,
    ).not.toEqual(again.body);
  },
  30_000,
);

test('a key for programs that was made before its request broke off is the one that the next attempt tells', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const ask = (): Promise<Reply> => client.call('createApiKey', { body: { name: 'Cortada' }, headers });
  const first = await ask();
  // As if the process had died right before it remembered the answer.
  await api.deps.store.answers.deleteMany({ status: 201, sealed: true });
  const again = await ask();
  expect(again.body).toEqual(first.body);
  expect(await api.deps.store.apiKeys.countDocuments({ name: 'Cortada' })).toBe(1);
});

test('the answer that is remembered does not show the key that it told', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const { body } = await client.call('createApiKey', { body: { name: 'Secreta' }, headers });
  const secret = String(body['key']).slice(-43);
  const kept = await api.deps.store.answers.find({ sealed: true }).lean();
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain(secret);
});

test('a key that was ended does not come back with its request', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  const ask = (): Promise<Reply> => client.call('createApiKey', { body: { name: 'Terminada' }, headers });
  const first = await ask();
  await client.call('deleteApiKey', { params: { id: String(first.body['id']) } });
  expect((await ask()).body).toEqual(first.body);
  expect(await api.deps.store.apiKeys.countDocuments({ name: 'Terminada' })).toBe(0);
});

test('the same Idempotency-Key for another key is refused', async () => {
  const headers = { 'Idempotency-Key': randomUUID() };
  await client.call('createApiKey', { body: { name: 'Una' }, headers });
  const other = await client.call('createApiKey', { body: { name: 'Otra' }, headers });
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
});
