import { notePresence, PRESENT_MS, presentOn } from '../../src/store/desk/presence';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { OpenStream } from './open-stream';
import { registration } from './registration';

let api: ApiUnderTest;
let owner: Caller;
let agent: Caller;
let params: { folio: string };

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
  owner = await api.person('client');
  agent = await api.person('agent');
});

beforeEach(async () => {
  const { body } = await owner.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']) };
});

afterEach(() => OpenStream.closeAll());
afterAll(() => api.stop());

test('two agents on one ticket see each other, and what the other is doing', async () => {
  const other = await api.person('supervisor');
  await agent.call('putPresence', { params, body: { state: 'viewing' } });
  await other.call('putPresence', { params, body: { state: 'viewing' } });
  await agent.call('putPresence', { params, body: { state: 'replying' } });
  const { body } = await other.call('readPresence', { params });
  const seen = (body['items'] as { agent: { id: string; name: string }; state: string }[]).map(
    (one) => [one.agent.id, one.agent.name, one.state] as const,
  );
  expect(seen).toHaveLength(2);
  expect(seen).toEqual(
    expect.arrayContaining([
      [agent.who.userId, 'Persona agent', 'replying'],
      [other.who.userId, 'Persona supervisor', 'viewing'],
    ]),
  );
});

test('who does not tell again is gone after thirty seconds, and telling again keeps the beginning', async () => {
  const { store } = api.deps;
  const start = Date.parse('2026-11-24T15:00:00.000Z');
  const at = (ms: number): Date => new Date(start + ms);
  await notePresence(store, params.folio, { userId: 'a.b', state: 'viewing' }, at(0));
  await notePresence(store, params.folio, { userId: 'c', state: 'replying' }, at(1_000));
  await notePresence(store, params.folio, { userId: 'c', state: 'replying' }, at(20_000));
  expect((await presentOn(store, params.folio, at(PRESENT_MS - 1))).map(({ userId }) => userId)).toEqual([
    'a.b',
    'c',
  ]);
  expect(await presentOn(store, params.folio, at(PRESENT_MS))).toEqual([
    { userId: 'c', state: 'replying', since: at(1_000).toISOString(), until: at(50_000).toISOString() },
  ]);
  await notePresence(store, params.folio, { userId: 'c', state: 'replying' }, at(60_000));
  const document = await store.presence.findById(params.folio).lean();
  expect(Object.keys(document!.people)).toHaveLength(1);
});

test('who leaves is gone at once, which support hears of; leaving twice is no news', async () => {
  const other = await api.person('agent');
  await agent.call('putPresence', { params, body: { state: 'viewing' } });
  await other.call('putPresence', { params, body: { state: 'replying' } });
  const before = (await api.deps.store.presence.findById(params.folio).lean())!.changedAt;
  expect((await other.call('leavePresence', { params })).status).toBe(204);
  const { body } = await agent.call('readPresence', { params });
  expect((body['items'] as { agent: { id: string } }[]).map((one) => one.agent.id)).toEqual([
    agent.who.userId,
  ]);
  const left = (await api.deps.store.presence.findById(params.folio).lean())!.changedAt;
  expect(left > before).toBe(true);
  expect((await other.call('leavePresence', { params })).status).toBe(204);
  expect((await api.deps.store.presence.findById(params.folio).lean())!.changedAt).toBe(left);
});

test('support hears of it on the stream, clients do not', async () => {
  const [support, client] = [await OpenStream.of(agent), await OpenStream.of(owner)];
  await agent.call('putPresence', { params, body: { state: 'replying' } });
  const { data } = await support.next(
    ({ event, data: told }) => event === 'presence' && told['folio'] === params.folio,
  );
  expect(data).toEqual({ folio: params.folio });
  // A change of the client's own ticket marks how far they have heard.
  await api.project(params.folio);
  await client.next(({ event, data: told }) => event === 'ticket' && told['folio'] === params.folio);
  expect(client.heard.filter(({ event }) => event === 'presence')).toEqual([]);
});
