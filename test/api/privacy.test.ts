import { randomBytes } from 'node:crypto';
import { findUser } from '../../src/store/accounts/users';
import { findErasure } from '../../src/store/erasures/erasures';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';
import { upload } from './upload';

let api: ApiUnderTest;
let agent: Caller;
let admin: Caller;

beforeAll(async () => {
  const config = { payloadMasterKeys: randomBytes(32).toString('base64') };
  api = await ApiUnderTest.start({ worker: true, config });
  agent = await api.person('agent');
  admin = await api.person('admin');
}, 120_000);

afterAll(() => api.stop());

/** Words that are in nobody else's ticket. */
const WORDS = [
  'Rosa Quintero',
  'rosa@example.test',
  '55 9999',
  'mostrador',
  'parpadea',
  'Vuelva a entrar',
  'reclamo',
];
const CONTACT = { name: 'Rosa Quintero', email: 'rosa@example.test', phone: '+52 55 9999 0000' };

async function registered(by: Caller): Promise<{ folio: string }> {
  const given = { subject: 'Falla en mostrador', description: 'La pantalla parpadea', contact: CONTACT };
  const { status, body } = await by.call('registerTicket', { body: registration(given) });
  expect(status).toBe(201);
  return { folio: String(body['folio']) };
}

async function expectDone(answer: Promise<Reply>): Promise<void> {
  const { status, body } = await answer;
  expect([status < 300, body]).toEqual([true, body]);
}

/** From the conversation to the archive. */
async function closed(params: { folio: string }, client: Caller): Promise<void> {
  await expectDone(agent.call('assignTicket', { params, body: { agentId: agent.who.userId } }));
  await expectDone(agent.call('addNote', { params, body: { body: 'Ya hubo otro reclamo' } }));
  await expectDone(client.call('postMessage', { params, body: { body: 'Sigue el reclamo' } }));
  await expectDone(agent.call('postMessage', { params, body: { body: 'Vuelva a entrar' } }));
  const body = { reason: 'withdrawn', message: 'Cerrado el reclamo' };
  await expectDone(client.call('closeTicket', { params, body }));
  await atRest(params.folio);
}

async function atRest(folio: string): Promise<void> {
  while (!(await api.deps.store.archive.exists({ _id: folio })))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await api.deps.temporal.workflow.getHandle(ticketWorkflowId(folio)).result();
}

/** Where the words stand in the whole database. */
async function tracesOf(words: readonly string[]): Promise<string[]> {
  const db = api.deps.store.connection.db!;
  const found: string[] = [];
  for (const { name } of await db.listCollections().toArray()) {
    for (const document of await db.collection(name).find({}).toArray()) {
      const text = JSON.stringify(document);
      found.push(...words.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));
    }
  }
  return [...new Set(found)].sort();
}

describe('an export', () => {
  it('holds what one may see of the own tickets', async () => {
    const client = await api.person('client');
    const params = await registered(client);
    await closed(params, client);
    const { status, body } = await client.call('exportMe');
    const text = JSON.stringify(body);
    expect(status).toBe(200);
    expect(body).toMatchObject({ person: { id: client.who.userId }, agent: null });
    for (const word of ['Rosa Quintero', 'parpadea', 'Sigue el reclamo', 'Vuelva a entrar'])
      expect(text).toContain(word);
    expect(text).not.toContain('Ya hubo otro');
    expect(text).not.toMatch(/passwordHash|secretHash|tokenHash/);
  });

  it('by an administrator holds the notes too, and nobody else makes one', async () => {
    const client = await api.person('client');
    await closed(await registered(client), client);
    const params = { id: client.who.userId };
    const { body } = await admin.call('exportPerson', { params });
    expect(JSON.stringify(body)).toContain('Ya hubo otro');
    const statuses = [];
    for (const role of ['client', 'agent', 'supervisor'] as const) {
      const somebody = await api.person(role);
      statuses.push((await somebody.call('exportPerson', { params })).status);
      statuses.push((await somebody.call('erasePerson', { params })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([404]));
  });
});

describe('an erasure', () => {
  it('is refused while a ticket is open, and changes nothing then', async () => {
    const client = await api.person('client');
    const { folio } = await registered(client);
    const { status, body } = await admin.call('erasePerson', { params: { id: client.who.userId } });
    expect([status, body['code']]).toEqual([409, 'open_tickets']);
    expect(body['errors']).toEqual([{ path: `tickets.${folio}`, code: 'open_tickets' }]);
    expect((await client.call('getMe')).status).toBe(200);
    expect(await findErasure(api.deps.store, client.who.userId)).toBeNull();
    await expectDone(client.call('closeTicket', { params: { folio }, body: { reason: 'withdrawn' } }));
    await atRest(folio);
  });

  it('of an agent who holds tickets is refused, and nobody erases themselves', async () => {
    const busy = await api.person('agent');
    const client = await api.person('client');
    const params = await registered(client);
    await expectDone(agent.call('assignTicket', { params, body: { agentId: busy.who.userId } }));
    expect((await admin.call('erasePerson', { params: { id: busy.who.userId } })).status).toBe(409);
    expect((await admin.call('erasePerson', { params: { id: admin.who.userId } })).status).toBe(403);
    await expectDone(client.call('closeTicket', { params, body: { reason: 'withdrawn' } }));
    await atRest(params.folio);
  });

  it('leaves no word anywhere, keeps the record, and the histories can not be read', async () => {
    // What the tests before have left of the same words.
    const { store } = api.deps;
    for (const { requesterId } of await store.archive.find().lean())
      await admin.call('erasePerson', { params: { id: requesterId } });
    const client = await api.person('client');
    const { folio } = await registered(client);
    await upload(client, 'foto del mostrador.txt');
    await closed({ folio }, client);
    const user = (await findUser(store, client.who.userId))!;
    const handle = api.deps.temporal.workflow.getHandle(ticketWorkflowId(folio));
    await handle.result();
    const words = [...WORDS, user.email];
    expect((await tracesOf(words)).length).toBeGreaterThan(words.length);
    const before = (await store.archive.findById(folio).lean())!;

    const { status, body } = await admin.call('erasePerson', { params: { id: user._id } });
    expect([status, body['folios']]).toEqual([200, [folio]]);
    expect(await tracesOf(words)).toEqual([]);
    const after = (await store.archive.findById(folio).lean())!;
    expect({ ...after, ticket: null, search: '' }).toEqual({ ...before, ticket: null, search: '' });
    expect(after.ticket.milestones).toEqual(before.ticket.milestones);
    const [trace] = (await findErasure(store, user._id))!.records;
    expect(trace).toMatchObject({ folio, digestBefore: before.eventsDigest });
    expect(trace!.digestAfter).not.toBe(before.eventsDigest);
    await expect(handle.result()).rejects.toThrow('gone');
    expect((await client.call('getMe')).status).toBe(401);
    const seen = await admin.call('readArchived', { params: { folio } });
    expect([seen.status, seen.body['subject']]).toEqual([200, '—']);
    expect((await admin.call('erasePerson', { params: { id: user._id } })).body).toEqual(body);
  });

  it('that broke off is finished by asking again', async () => {
    const { store } = api.deps;
    const client = await api.person('client');
    const { folio } = await registered(client);
    await closed({ folio }, client);
    const params = { id: client.who.userId };
    await admin.call('erasePerson', { params });
    // As if the process had died before the last steps.
    await store.erasures.updateOne({ _id: client.who.userId }, { $set: { completedAt: null } });
    const { status, body } = await admin.call('erasePerson', { params });
    expect([status, body['folios']]).toEqual([200, [folio]]);
  });

  it('on the ticket of somebody else takes what the person wrote, and nothing more', async () => {
    const { store } = api.deps;
    const organizationId = await api.organization();
    const [owner, colleague] = [
      await api.person('client', organizationId),
      await api.person('client', organizationId),
    ];
    const { body } = await owner.call('registerTicket', { body: registration({ subject: 'De la dueña' }) });
    const params = { folio: String(body['folio']) };
    await expectDone(owner.call('addParticipant', { params: { ...params, clientId: colleague.who.userId } }));
    await expectDone(colleague.call('postMessage', { params, body: { body: 'Palabras del colega' } }));
    await expectDone(owner.call('postMessage', { params, body: { body: 'Palabras de la dueña' } }));
    await expectDone(owner.call('closeTicket', { params, body: { reason: 'withdrawn' } }));
    await atRest(params.folio);
    await expectDone(admin.call('erasePerson', { params: { id: colleague.who.userId } }));
    const record = JSON.stringify(await store.archive.findById(params.folio).lean());
    const events = JSON.stringify(await store.events.find({ folio: params.folio }).lean());
    expect(events).not.toContain('Palabras del colega');
    expect(events).toContain('Palabras de la dueña');
    expect(record).toContain('De la dueña');
    expect((await owner.call('getMe')).status).toBe(200);
  });
});
