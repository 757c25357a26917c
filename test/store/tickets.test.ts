import { createHash } from 'node:crypto';
import type { TicketEvent } from '../../src/domain/ticket/events';
import { fold } from '../../src/domain/ticket/evolve';
import { registeredEvent } from '../../src/domain/ticket/register';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { archiveTicket, isArchived } from '../../src/store/tickets/archive';
import { appendEvents, readAllEvents } from '../../src/store/tickets/events';
import {
  findIntakeByCommand,
  keepIntake,
  pendingIntakes,
  releaseParts,
} from '../../src/store/tickets/intakes';
import { openStore, type Store } from '../../src/store/store';
import { entomb, isOvertaken, writeSnapshot } from '../../src/store/tickets/tickets';
import { AGENT, aRegistration, aTicketInput, CLIENT } from '../support/registration';
import { testServers } from '../support/servers';

let store: Store;

beforeEach(async () => {
  store = await openStore((await testServers()).mongoUri);
});

afterEach(() => store?.close());

const AT = '2026-11-24T16:00:00.000Z';

/** A short life: registered, a note for each more version, closed when asked. */
function aLife(
  versions: number,
  { closed = false, folio = '100001' } = {},
): { events: TicketEvent[]; ticket: Ticket } {
  const events: TicketEvent[] = [registeredEvent(folio, AT, CLIENT, 'c-1', aRegistration())];
  for (let seq = 2; seq <= versions; seq += 1) {
    const head = { folio, seq, at: AT, actor: AGENT, commandId: `c-${seq}` };
    if (closed && seq === versions) {
      const data = {
        reason: 'duplicate',
        dueAt: null,
        message: 'Es el mismo',
        confirmedBy: null,
        origin: null,
        duplicateOf: '100000',
        solutionGiven: false,
      } as const;
      events.push({ ...head, type: 'closed', data });
    } else events.push({ ...head, type: 'note_added', data: { body: `Nota ${seq}`, mentions: [] } });
  }
  return { events, ticket: fold(events) };
}

test('of snapshots in any order the newest stays', async () => {
  const snapshots = Array.from({ length: 12 }, (_, index) => aLife(index + 1).ticket);
  const shuffled = snapshots.map((_, index) => snapshots[(index * 7) % snapshots.length]!);
  await Promise.all(shuffled.map((ticket) => writeSnapshot(store, ticket)));
  const stored = await store.tickets.findById('100001').lean();
  expect(stored).toMatchObject({ version: 12, ticket: snapshots[11] });
  expect(await writeSnapshot(store, snapshots[4]!)).toBe(false);
  expect(await writeSnapshot(store, snapshots[11]!)).toBe(false);
  expect((await store.tickets.findById('100001').lean())?.version).toBe(12);
});

test('nothing brings a closed ticket back among the open ones', async () => {
  const { ticket } = aLife(5, { closed: true });
  await writeSnapshot(store, aLife(3).ticket);
  await entomb(store, ticket);
  expect(await writeSnapshot(store, aLife(4).ticket)).toBe(false);
  expect(await store.tickets.findById('100001').lean()).toMatchObject({ version: 5, closed: true });
  expect(await isOvertaken(store, aLife(4).ticket)).toBe(true);
  expect(await isOvertaken(store, ticket)).toBe(false);
});

test('events are kept once, however often and from however many they come', async () => {
  const { events } = aLife(8);
  const pieces = [events, events.slice(2), events.slice(0, 5), events.slice(7), events, []];
  await Promise.all(pieces.map((piece) => appendEvents(store, piece, 'org-1')));
  expect(await readAllEvents(store, '100001', 8)).toEqual(events);
  const changed = { ...events[1]!, data: { body: 'Otra cosa', mentions: [] } } as TicketEvent;
  await appendEvents(store, [changed], 'org-1');
  expect(await readAllEvents(store, '100001', 8)).toEqual(events);
});

test('the archive takes only a whole record, and its digest tells of every change', async () => {
  const { events, ticket } = aLife(4, { closed: true });
  await appendEvents(store, events.slice(0, 3), 'org-1');
  await expect(archiveTicket(store, ticket)).rejects.toThrow('3 of 4 events');
  expect(await isArchived(store, '100001')).toBe(false);
  await appendEvents(store, events, 'org-1');
  await archiveTicket(store, ticket);
  const archived = await store.archive.findById('100001').lean();
  const digest = createHash('sha256')
    .update((await readAllEvents(store, '100001', 4)).map((event) => `${JSON.stringify(event)}\n`).join(''))
    .digest('hex');
  expect(archived).toMatchObject({ ticket, reason: 'duplicate', closedAt: AT, eventsDigest: digest });
});

test('archiving again changes nothing', async () => {
  const { events, ticket } = aLife(4, { closed: true });
  await appendEvents(store, events, 'org-1');
  await Promise.all([archiveTicket(store, ticket), archiveTicket(store, ticket)]);
  const first = await store.archive.findById('100001').lean();
  await archiveTicket(store, { ...ticket, subject: 'Otro asunto' });
  expect(await store.archive.findById('100001').lean()).toEqual(first);
  expect(await store.archive.countDocuments()).toBe(1);
});

test('an open ticket is not archived', async () => {
  await expect(archiveTicket(store, aLife(3).ticket)).rejects.toThrow('not closed');
});

test('one registration per key, whoever is quicker; a folio is never given to two', async () => {
  const intake = (folio: string, commandId: string) => {
    const input = aTicketInput();
    const rest = { organizationId: 'org-1', follows: null, createdAt: AT, bodyHash: 'h', input };
    return { _id: folio, commandId, state: 'pending' as const, ...rest };
  };
  const kept = await Promise.all(
    Array.from({ length: 10 }, (_, index) => keepIntake(store, intake(`${100_001 + index}`, 'key'))),
  );
  expect(new Set(kept.map(({ _id }) => _id)).size).toBe(1);
  expect((await findIntakeByCommand(store, 'key'))!._id).toBe(kept[0]!._id);
  await expect(keepIntake(store, intake(kept[0]!._id, 'another key'))).rejects.toThrow('is taken');
});

test('a part of a split waits until it is released', async () => {
  const { folio, ...input } = aTicketInput();
  const rest = { organizationId: 'org-1', follows: null, createdAt: AT, bodyHash: '', input };
  await keepIntake(store, { _id: folio, commandId: 'split/1', state: 'held', ...rest });
  expect(await pendingIntakes(store, 10)).toEqual([]);
  await releaseParts(store, [folio]);
  expect((await pendingIntakes(store, 10)).map(({ _id }) => _id)).toEqual([folio]);
  await store.intakes.updateOne({ _id: folio }, { $set: { state: 'started' } });
  await releaseParts(store, [folio]);
  expect(await pendingIntakes(store, 10)).toEqual([]);
});
