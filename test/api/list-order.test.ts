import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let agent: Caller;
let owner: Caller;
let folios: string[];

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
  agent = await api.person('agent');
  owner = await api.person('client');
  folios = [];
  for (let count = 0; count < 5; count += 1) {
    const { body } = await owner.call('registerTicket', { body: registration() });
    const folio = String(body['folio']);
    await api.project(folio);
    folios.push(folio);
  }
});

afterAll(() => api.stop());

/** The folios of all pages, two tickets on each. */
async function paged(sort: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor: unknown = '';
  do {
    const query = `?limit=2&sort=${sort}${cursor === '' ? '' : `&cursor=${String(cursor)}`}`;
    const { body } = await agent.call('listTickets', { query });
    const items = body['items'] as { folio: string }[];
    expect(items.length).toBeGreaterThan(0);
    seen.push(...items.map(({ folio }) => folio));
    cursor = body['nextCursor'];
  } while (cursor !== null);
  return seen;
}

test.each([
  ['due', 'dueAt'],
  ['closing', 'autoCloseAt'],
])('by %s, what has no such instant comes last, on every page', async (sort, field) => {
  const [a, b, c, d, e] = folios as [string, string, string, string, string];
  const at = {
    [b]: '2026-11-25T18:00:00.000Z',
    [d]: '2026-11-24T18:00:00.000Z',
    [e]: '2026-11-25T18:00:00.000Z',
  };
  for (const folio of folios)
    await api.deps.store.tickets.updateOne({ _id: folio }, { $set: { [field]: at[folio] ?? null } });
  expect(await paged(sort)).toEqual([d, b, e, a, c]);
});

test('by due, a page may end exactly where the instants end', async () => {
  const [a, b, c, d, e] = folios as [string, string, string, string, string];
  const at = { [c]: '2026-11-25T18:00:00.000Z', [e]: '2026-11-24T18:00:00.000Z' };
  for (const folio of folios)
    await api.deps.store.tickets.updateOne({ _id: folio }, { $set: { dueAt: at[folio] ?? null } });
  expect(await paged('due')).toEqual([e, c, a, b, d]);
});

test.each(['sort=due', 'view=due', 'view=due&sort=due'])(
  'no client learns of our targets by %s, nor by the cursor in it',
  async (asked) => {
    await api.deps.store.tickets.updateMany({}, { $set: { dueAt: '2031-01-01T00:00:00.000Z' } });
    const { status, body } = await owner.call('listTickets', { query: `?limit=2&${asked}` });
    expect([status, (body['items'] as unknown[]).length]).toEqual([200, 2]);
    expect(Buffer.from(String(body['nextCursor']), 'base64url').toString()).not.toContain('2031');
    await api.deps.store.tickets.updateMany({}, { $set: { dueAt: null } });
    const without = await owner.call('listTickets', { query: `?limit=2&${asked}` });
    expect(without.body).toEqual(body);
  },
);
