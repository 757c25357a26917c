import { FolioCounter } from '../../src/store/tickets/folio-counter';
import { openStore, type Store } from '../../src/store/store';
import { testServers } from '../support/servers';

let stores: Store[] = [];

/** One store per process that would give folios; all on one database. */
async function processes(count: number): Promise<Store[]> {
  const { mongoUri } = await testServers();
  stores = [];
  for (let process = 0; process < count; process += 1) stores.push(await openStore(mongoUri));
  return stores;
}

afterEach(() => Promise.all(stores.map((store) => store.close())));

/** A document of which only the folio matters here. */
async function known(
  store: Store,
  collection: 'intakes' | 'archive' | 'tickets',
  folio: string,
): Promise<void> {
  await store.connection
    .collection<{ _id: string; commandId: string }>(store[collection].collection.name)
    .insertOne({ _id: folio, commandId: folio });
}

test('the first folio has six digits', async () => {
  const [store] = await processes(1);
  expect(await new FolioCounter(store!).next()).toBe('100001');
});

test('many at once, in several processes, get one folio each, without gaps', async () => {
  const counters = (await processes(4)).map((store) => new FolioCounter(store));
  const folios = await Promise.all(
    Array.from({ length: 400 }, (_, index) => counters[index % counters.length]!.next()),
  );
  const numbers = folios.map(Number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 400 }, (_, index) => 100_001 + index));
});

test.each(['intakes', 'archive', 'tickets'] as const)(
  'a counter that was lost goes on behind the highest folio of %s',
  async (collection) => {
    const [store] = await processes(1);
    await known(store!, collection, '100044');
    await known(store!, collection, '99');
    expect(await new FolioCounter(store!).next()).toBe('100045');
  },
);

test('a counter from an old backup is raised', async () => {
  const [store] = await processes(1);
  await new FolioCounter(store!).next();
  await known(store!, 'intakes', '100500');
  // A process that starts later looks anew.
  expect(await new FolioCounter(store!).next()).toBe('100501');
});

test('a folio of seven digits is higher than one of six, though it sorts before it', async () => {
  const [store] = await processes(1);
  for (const folio of ['999998', '999999', '1000000', '1000001', '200000'])
    await known(store!, 'archive', folio);
  expect(await new FolioCounter(store!).next()).toBe('1000002');
});

test('the counter passes from six to seven digits', async () => {
  const [store] = await processes(1);
  await known(store!, 'tickets', '999998');
  const counter = new FolioCounter(store!);
  expect([await counter.next(), await counter.next(), await counter.next()]).toEqual([
    '999999',
    '1000000',
    '1000001',
  ]);
});
