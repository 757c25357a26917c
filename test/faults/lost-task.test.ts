import { appendEvents, lastSeqOf } from '../../src/store/tickets/events';
import { openStore, type Store } from '../../src/store/store';
import { writeSnapshot } from '../../src/store/tickets/tickets';
import { testServers } from '../support/servers';
import { aTicket, type TicketStory } from '../support/ticket-builder';

let store: Store;

beforeEach(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterEach(() => store?.close());

// Two tellings of the same ticket: what a task did that was lost with its worker, and what was done instead.
const before = (): TicketStory => aTicket().classified().taken();
const lost = (): TicketStory => before().after({ minutes: 1 }).asked().said('¿Sigue ahí?');
const kept = (): TicketStory => before().after({ minutes: 2 }).said('Estamos revisando.');

async function write({ ticket, events }: TicketStory): Promise<boolean> {
  await appendEvents(store, events, ticket.organizationId);
  return writeSnapshot(store, ticket);
}

async function expectStored({ ticket, events }: TicketStory): Promise<void> {
  const document = await store.tickets.findById(ticket.folio).lean();
  expect(document?.ticket).toEqual(ticket);
  const version = await lastSeqOf(store, ticket.folio);
  expect(await store.events.countDocuments({ folio: ticket.folio })).toBe(version);
  const stored = await store.events.find({ folio: ticket.folio }).sort({ seq: 1 }).lean();
  expect(stored.map(({ seq, type, at, data }) => ({ seq, type, at, data }))).toEqual(
    events.map(({ seq, type, at, data }) => ({ seq, type, at, data })),
  );
}

test('what a lost task wrote gives way to what happened instead, also where it had gone further', async () => {
  expect(lost().ticket.version).toBeGreaterThan(kept().ticket.version);
  await write(lost());
  expect(await write(kept())).toBe(true);
  await expectStored(kept());
});

test('a write of a lost task that arrives late changes nothing that happened instead', async () => {
  await write(kept());
  const late = lost();
  const same = { ticket: late.ticket, events: late.events.slice(0, kept().ticket.version) };
  await appendEvents(store, same.events, late.ticket.organizationId);
  expect(await writeSnapshot(store, late.ticket)).toBe(false);
  await expectStored(kept());
});

test('writing the same again changes nothing, and an older snapshot neither', async () => {
  await write(kept());
  const documents = await store.events.find().sort({ seq: 1 }).lean();
  expect(await write(kept())).toBe(false);
  expect(await write(before())).toBe(false);
  expect(await store.events.find().sort({ seq: 1 }).lean()).toEqual(documents);
});
