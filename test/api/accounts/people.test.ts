import { ApiUnderTest } from '../api-under-test';
import type { Caller, Reply } from '../caller';
import { registration } from '../registration';
import { changeOrganization } from '../../../src/store/accounts/organizations';

let api: ApiUnderTest;
let admin: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  admin = await api.person('admin');
}, 120_000);
afterAll(() => api.stop());

async function registered(by: Caller): Promise<string> {
  const { status, body } = await by.call('registerTicket', { body: registration() });
  expect(status).toBe(201);
  return String(body['folio']);
}

function end(by: Caller, whom: Caller, active = false): Promise<Reply> {
  return by.call('setActivity', { params: { id: whom.who.userId }, body: { active } });
}

async function family(): Promise<{ boss: Caller; leaver: Caller; stayer: Caller }> {
  const organizationId = await api.organization();
  const boss = await api.person('client_admin', organizationId);
  const leaver = await api.person('client', organizationId);
  return { boss, leaver, stayer: await api.person('client', organizationId) };
}

/** The read model follows the engine. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a person who leaves', () => {
  test('keeps the account until their open tickets are passed on, then comes in no more', async () => {
    const { boss, leaver, stayer } = await family();
    const folio = await registered(leaver);
    const refused = await end(boss, leaver);
    expect([refused.status, refused.body['code']]).toEqual([409, 'open_tickets']);
    expect(refused.body['errors']).toEqual([{ path: `tickets.${folio}`, code: 'open_tickets' }]);
    expect((await leaver.call('getMe')).status).toBe(200);

    const body = { clientId: stayer.who.userId };
    expect((await boss.call('changeRequester', { params: { folio }, body })).status).toBe(200);
    await until(async () =>
      Boolean(await api.deps.store.tickets.exists({ _id: folio, requesterId: body.clientId })),
    );
    expect((await end(boss, leaver)).body).toEqual({ id: leaver.who.userId, active: false });
    expect((await leaver.call('getMe')).status).toBe(401);
    expect(await api.deps.store.sessions.countDocuments({ userId: leaver.who.userId })).toBe(0);

    expect((await end(boss, leaver, true)).status).toBe(200);
    expect((await leaver.call('getMe')).status).toBe(200);
  });

  test('is off others’ tickets from that moment: sees them no more, gets no mail, also when they are back', async () => {
    const { boss, leaver, stayer } = await family();
    const folio = await registered(stayer);
    const params = { folio, clientId: leaver.who.userId };
    expect((await stayer.call('addParticipant', { params })).status).toBe(200);
    expect((await leaver.call('readTicket', { params })).status).toBe(200);
    const taken = { _id: folio, participantIds: leaver.who.userId };
    await until(async () => Boolean(await api.deps.store.tickets.exists(taken)));

    expect((await end(boss, leaver)).body).toEqual({ id: leaver.who.userId, active: false });
    const { body } = await stayer.call('listTicketEvents', { params });
    const events = body['items'] as { type: string; actor: { id: string }; seq: number }[];
    const removed = events.find(({ type }) => type === 'participant_removed');
    expect(removed).toMatchObject({ actor: { id: boss.who.userId }, data: { clientId: leaver.who.userId } });

    expect((await end(boss, leaver, true)).status).toBe(200);
    expect((await leaver.call('readTicket', { params })).status).toBe(404);
    const agent = await api.person('agent');
    const sent = await agent.call('postMessage', { params, body: { body: 'Ya lo revisamos' } });
    expect(sent.status).toBe(201);
    const told = async (recipientId: string): Promise<number> =>
      api.deps.store.notices.countDocuments({ folio, recipientId, seq: { $gt: removed!.seq } });
    await until(async () => (await told(stayer.who.userId)) > 0);
    expect(await told(leaver.who.userId)).toBe(0);
  });

  test('is out also while the engine is away; that tickets still hold them is said', async () => {
    // Nobody listens on the discard port.
    const away = await ApiUnderTest.start({
      temporalAddress: '127.0.0.1:9',
      config: { engineDeadlineMs: 300 },
    });
    try {
      const boss = await away.person('client_admin');
      const leaver = await away.person('client', boss.who.organizationId);
      const folio = await registered(boss);
      await away.project(folio);
      const participantIds = [leaver.who.userId];
      await away.deps.store.tickets.updateOne({ _id: folio }, { $set: { participantIds } });
      const refused = await end(boss, leaver);
      expect([refused.status, refused.body['code']]).toEqual([503, 'engine_unavailable']);
      expect((await leaver.call('getMe')).status).toBe(401);
    } finally {
      await away.stop();
    }
  });

  test('is ended by the own client_admin or an admin only, and nobody ends themselves', async () => {
    const { boss, leaver, stayer } = await family();
    const statuses = [];
    for (const by of [stayer, await api.person('client_admin'), await api.person('supervisor')])
      statuses.push((await end(by, leaver)).status);
    expect(statuses).toEqual([404, 404, 404]);
    expect((await end(boss, boss)).status).toBe(403);
    expect((await end(boss, admin)).status).toBe(404);
    expect((await end(admin, leaver)).status).toBe(200);
  });

  test('once erased is not opened again', async () => {
    const { boss, leaver } = await family();
    await admin.call('erasePerson', { params: { id: leaver.who.userId } });
    expect((await end(boss, leaver, true)).status).toBe(404);
  });
});

test('a client_admin sees the colleagues by name, ended ones too, and nobody else’s', async () => {
  const { boss, leaver, stayer } = await family();
  await stayer.call('changeMe', { body: { name: 'Ana' } });
  await end(boss, leaver);
  const { status, body } = await boss.call('listColleagues');
  expect(status).toBe(200);
  const items = body['items'] as { id: string; active: boolean }[];
  expect(items.map(({ id }) => id)).toEqual([stayer, leaver, boss].map(({ who }) => who.userId));
  expect(items.map(({ active }) => active)).toEqual([true, false, true]);
});

test('a client sees who the colleagues are, and nothing that is not for them', async () => {
  const { boss, leaver, stayer } = await family();
  const organizationId = stayer.who.organizationId!;
  const branch = { id: 'centro', name: 'Centro', address: 'Calle 1', phone: null };
  await changeOrganization(api.deps.store, organizationId, () => ({ branches: [branch] }), new Date());
  const params = { id: boss.who.userId };
  await admin.call('changePerson', { params, body: { branchId: 'centro' } });
  await end(boss, leaver);
  await api.person('client');
  const { status, body } = await stayer.call('listColleagues');
  expect(status).toBe(200);
  const hidden = { active: true, email: null, phone: null, role: null };
  expect(body['items']).toEqual([
    { id: stayer.who.userId, name: 'Persona client', branch: null, ...hidden },
    {
      id: boss.who.userId,
      name: 'Persona client_admin',
      branch: { id: 'centro', name: 'Centro' },
      ...hidden,
    },
  ]);
  expect((await admin.call('listColleagues')).status).toBe(403);
});

describe('an agent who stops', () => {
  async function attended(agent: Caller): Promise<string> {
    const { boss } = await family();
    const folio = await registered(boss);
    const body = { agentId: agent.who.userId };
    const params = { folio };
    expect((await agent.call('assignTicket', { params, body })).status).toBe(200);
    const [category, priority] = [{ type: 'technical_problem' }, { impact: 'one_user', urgency: 'degraded' }];
    expect((await agent.call('categorizeTicket', { params, body: category })).status).toBe(200);
    expect((await agent.call('prioritizeTicket', { params, body: priority })).status).toBe(200);
    await until(async () =>
      Boolean(await api.deps.store.tickets.exists({ _id: folio, assigneeId: agent.who.userId })),
    );
    return folio;
  }

  test('is told what is left behind, and hands it all over to somebody else', async () => {
    const busy = await api.person('agent');
    const params = { id: busy.who.userId };
    const folios = [await attended(busy), await attended(busy)];
    expect((await end(admin, busy)).body['code']).toBe('open_tickets');
    const available = await busy.call('setAvailability', { params, body: { available: true } });
    expect(available.body['tickets']).toEqual([]);
    const stopped = await busy.call('setAvailability', { params, body: { available: false } });
    const left = stopped.body['tickets'] as { folio: string }[];
    expect(left.map(({ folio }) => folio).sort()).toEqual([...folios].sort());

    const free = await api.person('agent');
    await free.call('setAvailability', { params: { id: free.who.userId }, body: { available: true } });
    const headers = { 'Idempotency-Key': 'entrega-de-prueba' };
    const { status, body } = await busy.call('handOver', { params, headers });
    expect(status).toBe(200);
    const items = body['items'] as { folio: string; outcome: string }[];
    expect(items.map(({ folio, outcome }) => [folio, outcome]).sort()).toEqual(
      folios.map((folio) => [folio, 'requested']).sort(),
    );
    for (const folio of folios) {
      await until(async () =>
        Boolean(await api.deps.store.tickets.exists({ _id: folio, assigneeId: free.who.userId })),
      );
    }
    expect((await busy.call('handOver', { params, headers })).body).toEqual(body);
    expect((await end(admin, busy)).status).toBe(200);
  });

  test('hands over the own tickets; a supervisor those of others', async () => {
    const [one, other] = [await api.person('agent'), await api.person('agent')];
    const params = { id: one.who.userId };
    expect((await other.call('handOver', { params })).status).toBe(403);
    const supervisor = await api.person('supervisor');
    expect((await supervisor.call('handOver', { params })).body).toEqual({ items: [] });
  });

  test('learns of a ticket that refuses, and hands over the rest', async () => {
    const busy = await api.person('agent');
    const folio = await attended(busy);
    await api.deps.store.agents.updateOne({ _id: busy.who.userId }, { $addToSet: { folios: '999999' } });
    const { body } = await busy.call('handOver', { params: { id: busy.who.userId } });
    const items = body['items'] as { folio: string; outcome: string; code: string | null }[];
    expect(items.find((item) => item.folio === '999999')).toMatchObject({
      outcome: 'refused',
      code: 'not_found',
    });
    expect(items.find((item) => item.folio === folio)).toMatchObject({ outcome: 'requested', code: null });
  });
});
