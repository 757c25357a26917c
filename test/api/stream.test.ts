import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { OpenStream } from './open-stream';
import { registration } from './registration';

let api: ApiUnderTest;
let owner: Caller;
let agent: Caller;
let params: { folio: string };

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  owner = await api.person('client');
  agent = await api.person('agent');
}, 120_000);

beforeEach(async () => {
  const { body } = await owner.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']) };
  // The first command is answered once the ticket runs and its registration is on record.
  await agent.call('categorizeTicket', { params, body: { type: 'question' } });
});

afterEach(() => OpenStream.closeAll());
afterAll(() => api.stop());

const correctContact = (): Promise<unknown> =>
  agent.call('correctContact', {
    params,
    body: { name: 'Luis', email: 'luis@example.test', phone: '55 1234 5678' },
  });

test('support and the client hear that a ticket changed, and nothing of what', async () => {
  const [support, client] = [await OpenStream.of(agent), await OpenStream.of(owner)];
  await correctContact();
  for (const stream of [support, client]) {
    const { id, data } = await stream.next((message) => message.data['type'] === 'contact_corrected');
    expect(data).toEqual({
      folio: params.folio,
      seq: expect.any(Number) as number,
      type: 'contact_corrected',
    });
    expect(id).toContain(params.folio);
  }
});

test('nobody hears of what they may not see: other customers, other colleagues, internal notes', async () => {
  const colleague = await api.person('client', owner.who.organizationId);
  const stranger = await api.person('client_admin');
  const admin = await api.person('client_admin', owner.who.organizationId);
  const streams = await Promise.all([owner, colleague, stranger, admin].map((one) => OpenStream.of(one)));
  await agent.call('addNote', { params, body: { body: 'solo entre nosotros' } });
  await correctContact();
  const [own, colleagues, strangers, admins] = streams;
  await own!.next(({ data }) => data['type'] === 'contact_corrected');
  await admins!.next(({ data }) => data['type'] === 'contact_corrected');
  // One more change of the strangers' own ticket marks how far they have heard.
  const mark = async (who: Caller): Promise<string> =>
    String((await who.call('registerTicket', { body: registration() })).body['folio']);
  const marks = [await mark(colleague), await mark(stranger)];
  await colleagues!.next(({ data }) => data['folio'] === marks[0]);
  await strangers!.next(({ data }) => data['folio'] === marks[1]);
  for (const stream of streams)
    expect(stream.heard.some(({ data }) => data['type'] === 'note_added')).toBe(false);
  for (const stream of [colleagues!, strangers!]) {
    expect(stream.heard.some(({ data }) => data['folio'] === params.folio)).toBe(false);
  }
});

test('who comes back hears what was written meanwhile', async () => {
  const first = await OpenStream.of(agent);
  await correctContact();
  const { id } = await first.next(({ data }) => data['type'] === 'contact_corrected');
  first.close();
  await agent.call('addNote', { params, body: { body: 'mientras tanto' } });
  const second = await OpenStream.of(agent, { 'Last-Event-ID': id });
  await second.next(({ data }) => data['folio'] === params.folio && data['type'] === 'note_added');
  expect(second.heard.some((message) => message.id === id)).toBe(false);
});

test('what was written while somebody comes back is told once', async () => {
  const first = await OpenStream.of(agent);
  await correctContact();
  const { id } = await first.next(({ data }) => data['type'] === 'contact_corrected');
  first.close();
  // Nobody listens: the next one begins with the overlap that the catching up looks through as well.
  await agent.call('addNote', { params, body: { body: 'mientras tanto' } });
  const second = await OpenStream.of(agent, { 'Last-Event-ID': id });
  await correctContact();
  await second.next(({ data }) => data['folio'] === params.folio && data['seq'] === 5);
  const ids = second.heard.filter(({ data }) => data['folio'] === params.folio).map((message) => message.id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('who has logged out meanwhile is told nothing more, and the stream ends', async () => {
  const guest = await api.person('agent');
  const stream = await OpenStream.of(guest);
  await correctContact();
  await stream.next(({ data }) => data['folio'] === params.folio);
  await api.deps.store.apiKeys.deleteMany({ userId: guest.who.userId });
  const endsAt = Date.now() + 10_000;
  // That who they are holds for two seconds at most; every change asks again.
  while (!stream.ended && Date.now() < endsAt) await correctContact();
  expect(stream.ended).toBe(true);
});

test('who was away for too long is told to fetch everything again', async () => {
  const stream = await OpenStream.of(agent, { 'Last-Event-ID': '2026-01-01T00:00:00.000Z_100001:1' });
  expect(await stream.next(({ event }) => event === 'resync')).toMatchObject({ data: {} });
});

test.each(['yesterday', '2026-02-30T00:00:00.000Z', '2026-11-20T00:00:00.000Z_x:1'])(
  'a made-up cursor is refused: %s',
  async (cursor) => {
    const reply = await agent.call('openStream', { headers: { 'Last-Event-ID': cursor } });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ path: 'Last-Event-ID' }] } });
  },
);

test('nobody in particular hears nothing', async () => {
  expect((await api.anonymous().call('openStream')).status).toBe(401);
});

test('a person has a limited number of streams', async () => {
  const busy = await api.person('client');
  await Promise.all(Array.from({ length: 20 }, () => OpenStream.of(busy)));
  expect(await busy.call('openStream')).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
});
