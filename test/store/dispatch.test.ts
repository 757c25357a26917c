import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import {
  createAgent,
  giveFolio,
  releaseFolio,
  setAvailable,
  type AgentDocument,
} from '../../src/store/desk/agents';
import { dispatchWaiters, nextShift, withdrawReservation } from '../../src/store/tickets/dispatch';
import { openStore, type Store } from '../../src/store/store';
import type { WaiterDocument } from '../../src/store/tickets/waiters';
import { testServers } from '../support/servers';

/** A Wednesday, 12:00 in Mexico City. */
const NOON = Date.parse('2026-11-25T18:00:00.000Z');

let store: Store;

beforeEach(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterEach(() => store?.close());

function anAgent(id: string, given: Partial<AgentDocument> = {}): Promise<AgentDocument> {
  return createAgent(store, {
    _id: id,
    email: `${id}@e-optics.test`,
    name: id,
    skills: ['question'],
    capacity: 3,
    available: true,
    workingCalendar: null,
    ...given,
  });
}

async function waits(folio: string, given: Partial<WaiterDocument> = {}): Promise<void> {
  await store.waiters.create({
    _id: folio,
    type: 'question',
    rank: 3,
    since: '2026-11-25T17:00:00.000Z',
    exceptAgentId: null,
    reservedFor: null,
    reservedAt: null,
    ...given,
  });
}

const foliosOf = async (id: string): Promise<string[]> => (await store.agents.findById(id).lean())!.folios;

test('racing dispatchers give every ticket once and overfill nobody', async () => {
  await Promise.all([anAgent('ana'), anAgent('beto', { capacity: 5 }), anAgent('caro', { capacity: 1 })]);
  for (let ticket = 0; ticket < 20; ticket += 1) await waits(`t-${ticket}`);
  const rounds = await Promise.all(Array.from({ length: 8 }, () => dispatchWaiters(store, NOON)));
  const given = rounds.flat();
  expect(new Set(given.map(({ folio }) => folio)).size).toBe(given.length);
  // A dispatcher that lost a race gives the place back; another look fills what was left free by that.
  given.push(...(await dispatchWaiters(store, NOON)));
  expect(given).toHaveLength(9);
  for (const [id, capacity] of [
    ['ana', 3],
    ['beto', 5],
    ['caro', 1],
  ] as const) {
    const folios = await foliosOf(id);
    expect(folios).toHaveLength(capacity);
    const reserved = await store.waiters.find({ reservedFor: id }).lean();
    expect(reserved.map(({ _id }) => _id).sort()).toEqual([...folios].sort());
  }
});

test('no round of the race ever shows more than the capacity', async () => {
  await anAgent('ana', { capacity: 2 });
  for (let round = 0; round < 10; round += 1) {
    for (let ticket = 0; ticket < 6; ticket += 1) await waits(`r${round}-${ticket}`);
    await Promise.all(Array.from({ length: 6 }, () => dispatchWaiters(store, NOON)));
    const folios = await foliosOf('ana');
    expect(folios.length).toBeLessThanOrEqual(2);
    await Promise.all(folios.map((folio) => releaseFolio(store, folio)));
    await store.waiters.deleteMany({});
  }
});

test('by priority, then by age', async () => {
  await anAgent('ana', { capacity: 3 });
  await waits('young', { rank: 1, since: '2026-11-25T17:30:00.000Z' });
  await waits('low', { rank: 3, since: '2026-11-01T00:00:00.000Z' });
  await waits('old', { rank: 1, since: '2026-11-25T17:00:00.000Z' });
  await waits('urgent', { rank: 0, since: '2026-11-25T17:59:00.000Z' });
  const given = await dispatchWaiters(store, NOON);
  expect(given.map(({ folio }) => folio)).toEqual(['urgent', 'old', 'young']);
});

test('to who has the experience, is available, on shift, and not the one it is taken from', async () => {
  await anAgent('unskilled', { skills: ['backup_help'] });
  await anAgent('away', { available: false });
  await anAgent('asleep', { workingCalendar: { ...DEFAULT_CALENDAR, exceptions: { '2026-11-25': [] } } });
  await anAgent('present');
  await waits('one', { exceptAgentId: 'present' });
  expect(await dispatchWaiters(store, NOON)).toEqual([]);
  await anAgent('other', { workingCalendar: DEFAULT_CALENDAR });
  expect(await dispatchWaiters(store, NOON)).toEqual([{ folio: 'one', agentId: 'other' }]);
});

test('the least loaded in proportion to the capacity, then who has waited longest', async () => {
  await anAgent('big', { capacity: 10 });
  await anAgent('small', { capacity: 2 });
  await giveFolio(store, 'x', 'big');
  await giveFolio(store, 'y', 'small');
  await waits('one');
  expect(await dispatchWaiters(store, NOON)).toEqual([{ folio: 'one', agentId: 'big' }]);
});

test('a reservation that is given back frees the place and the ticket', async () => {
  await anAgent('ana', { capacity: 1 });
  await waits('one');
  await dispatchWaiters(store, NOON);
  await withdrawReservation(store, 'one', 'ana');
  expect(await foliosOf('ana')).toEqual([]);
  expect(await store.waiters.findById('one').lean()).toBeNull();
});

test("a ticket is one agent's, and a closed one nobody's", async () => {
  await Promise.all([anAgent('ana'), anAgent('beto')]);
  await giveFolio(store, 'one', 'ana');
  await giveFolio(store, 'one', 'beto');
  await giveFolio(store, 'one', 'beto');
  expect([await foliosOf('ana'), await foliosOf('beto')]).toEqual([[], ['one']]);
  await releaseFolio(store, 'one');
  expect(await foliosOf('beto')).toEqual([]);
});

test('the next shift is the earliest of those with the experience who will come', async () => {
  await anAgent('ana', {
    workingCalendar: { ...DEFAULT_CALENDAR, exceptions: { '2026-11-25': [{ from: '14:00', to: '18:00' }] } },
  });
  await anAgent('beto', {
    workingCalendar: { ...DEFAULT_CALENDAR, exceptions: { '2026-11-25': [{ from: '13:00', to: '18:00' }] } },
  });
  await anAgent('unskilled', {
    skills: [],
    workingCalendar: { ...DEFAULT_CALENDAR, exceptions: { '2026-11-25': [{ from: '12:30', to: '18:00' }] } },
  });
  expect(await nextShift(store, 'question', NOON)).toBe('2026-11-25T19:00:00.000Z');
  await setAvailable(store, 'beto', false);
  expect(await nextShift(store, 'question', NOON)).toBe('2026-11-25T20:00:00.000Z');
  await setAvailable(store, 'ana', false);
  expect(await nextShift(store, 'question', NOON)).toBeNull();
});
