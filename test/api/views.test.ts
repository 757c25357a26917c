import { COUNTED_VIEWS } from '../../src/contract/views';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
});

afterAll(() => api.stop());

async function countsOf(caller: Caller): Promise<Record<string, number>> {
  const { body } = await caller.call('countViews');
  const items = body['items'] as { view: string; count: number }[];
  expect(items.map(({ view }) => view)).toEqual(COUNTED_VIEWS);
  return Object.fromEntries(items.map(({ view, count }) => [view, count]));
}

/** What the list itself shows under a view. */
async function listed(caller: Caller, view: string): Promise<number> {
  const query = view === 'all' ? '?limit=100' : `?limit=100&view=${view}`;
  const { body } = await caller.call('listTickets', { query });
  return (body['items'] as unknown[]).length;
}

test('each view counts what its list holds, for each caller', async () => {
  const [owner, stranger, agent] = await Promise.all([
    api.person('client'),
    api.person('client'),
    api.person('agent'),
  ]);
  const { store } = api.deps;
  const folios: string[] = [];
  for (const caller of [owner, owner, owner, owner, stranger]) {
    const { body } = await caller.call('registerTicket', { body: registration() });
    folios.push(String(body['folio']));
    await api.project(String(body['folio']));
  }
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const late = new Date(Date.now() + 48 * 3_600_000).toISOString();
  const set = (folio: string, fields: object): Promise<unknown> =>
    store.tickets.updateOne({ _id: folio }, { $set: fields });
  await set(folios[0]!, { assigneeId: agent.who.userId, classified: true });
  await set(folios[1]!, { status: 'waiting_client', autoCloseAt: soon, dueAt: null });
  await set(folios[2]!, { status: 'waiting_client', autoCloseAt: late, dueAt: null });
  const counts = await countsOf(agent);
  expect(counts).toMatchObject({
    to_classify: 4,
    mine: 1,
    unassigned: 4,
    waiting_client: 2,
    closing_soon: 1,
    all: 5,
  });
  for (const caller of [agent, owner, stranger]) {
    const own = await countsOf(caller);
    for (const view of COUNTED_VIEWS) expect([view, own[view]]).toEqual([view, await listed(caller, view)]);
  }
  expect((await countsOf(stranger))['all']).toBe(1);
});

test('nobody in particular is told nothing', async () => {
  expect((await api.anonymous().call('countViews')).status).toBe(401);
});
