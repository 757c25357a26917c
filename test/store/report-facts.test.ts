import type { Counts } from '../../src/domain/reports/counts';
import type { WordPairs } from '../../src/domain/reports/recurring-words';
import type { ClosingSums, RegistrationSums } from '../../src/domain/reports/service-sums';
import { localDate } from '../../src/domain/business-time/local-date';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { archiveTicket } from '../../src/store/tickets/archive';
import { blankRecord } from '../../src/store/erasures/erasures-records';
import { appendEvents } from '../../src/store/tickets/events';
import { readDays } from '../../src/store/desk/report-days';
import { keepClosing, keepRegistration } from '../../src/store/desk/keep-facts';
import { openStore, type Store } from '../../src/store/store';
import { writeSnapshot } from '../../src/store/tickets/tickets';
import { testServers } from '../support/servers';
import { aTicket } from '../support/ticket-builder';

let store: Store;
let mongoUri: string;

beforeEach(async () => {
  ({ mongoUri } = await testServers());
  store = await openStore(mongoUri);
  await addCalendarVersion(store, DEFAULT_CALENDAR.id, DEFAULT_CALENDAR, { now: new Date(), by: null });
});

afterEach(() => store?.close());

const DAY = '2026-11-24';
const FIRST = [{ type: 'registered' }] as const;

/** A ticket accepted by its client, under another folio. */
function accepted(folio: string, changes: Partial<Ticket> = {}): Ticket {
  const { ticket } = aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: '2026-11-24T16:00:00.000Z' })
    .attended()
    .after({ hours: 2 })
    .solved()
    .after({ hours: 1 })
    .accepted();
  return { ...ticket, folio, ...changes };
}

async function counted(kind: 'registered' | 'closed', day = DAY): Promise<Counts | undefined> {
  return (await readDays<Counts>(store, kind, [day], 'counts')).get(day);
}

test('a ticket counts once, however often and by however many it is written', async () => {
  const tickets = Array.from({ length: 40 }, (_none, index) => accepted(String(100_001 + index)));
  await Promise.all([...tickets, ...tickets, ...tickets].map((ticket) => keepClosing(store, ticket)));
  expect(await counted('closed')).toMatchObject({ type: { technical_problem: 40 }, priority: { high: 40 } });
  expect(await counted('registered')).toMatchObject({ organization: { 'org-1': 40 } });
});

test('two processes that begin a day together lose nothing', async () => {
  const other = await openStore(mongoUri);
  try {
    const tickets = Array.from({ length: 60 }, (_none, index) => accepted(String(100_001 + index)));
    await Promise.all(tickets.map((ticket, index) => keepClosing(index % 2 ? store : other, ticket)));
    expect((await counted('closed'))?.type).toEqual({ technical_problem: 60 });
  } finally {
    await other.close();
  }
});

test('what is read is kept, and made again when another fact has come', async () => {
  await keepClosing(store, accepted('100001'));
  expect((await counted('closed'))?.type).toEqual({ technical_problem: 1 });
  const kept = await store.reportDays.findById(`closed:${DAY}`).lean();
  expect(kept).toMatchObject({ marks: 1, madeFrom: 1 });
  // What nobody has marked is not looked for: the kept sums are served.
  await store.reportFacts.deleteMany({});
  expect((await counted('closed'))?.type).toEqual({ technical_problem: 1 });
  await keepClosing(store, accepted('100002'));
  expect((await counted('closed'))?.type).toEqual({ technical_problem: 1 });
  await keepClosing(store, accepted('100001'));
  expect((await counted('closed'))?.type).toEqual({ technical_problem: 2 });
});

test('an open ticket counts under what it is classified as by now', async () => {
  const story = aTicket({ registeredAt: '2026-11-24T16:00:00.000Z' });
  await keepRegistration(store, story.ticket, FIRST);
  expect((await counted('registered'))?.priority).toEqual({ '': 1 });
  story
    .step('categorize', { type: 'usability' })
    .step('prioritize', { impact: 'minimal', urgency: 'can_wait' });
  await keepRegistration(store, story.ticket, [{ type: 'note_added' }]);
  expect((await counted('registered'))?.priority).toEqual({ '': 1 });
  await keepRegistration(store, story.ticket, [{ type: 'prioritized' }]);
  expect(await counted('registered')).toMatchObject({ priority: { low: 1 }, type: { usability: 1 } });
});

test('a straggler changes nothing of what is known by now', async () => {
  const story = aTicket({ registeredAt: '2026-11-24T16:00:00.000Z' });
  const early = story.ticket;
  story.classified();
  await writeSnapshot(store, story.ticket);
  await keepRegistration(store, story.ticket, story.events);
  await keepRegistration(store, early, FIRST);
  expect((await counted('registered'))?.priority).toEqual({ high: 1 });
});

test('a day is one of the calendar, not of UTC', async () => {
  expect(localDate(new Date('2026-11-25T05:59:59.999Z'), 'America/Mexico_City')).toBe(DAY);
  expect(localDate(new Date('2026-11-25T06:00:00.000Z'), 'America/Mexico_City')).toBe('2026-11-25');
  const story = aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: '2026-11-25T03:00:00.000Z' });
  await keepRegistration(store, story.ticket, FIRST);
  expect((await counted('registered'))?.type).toEqual({ technical_problem: 1 });
});

test('times are business minutes: to the solution, not to the acceptance', async () => {
  await keepClosing(store, accepted('100001'));
  const sums = (await readDays<ClosingSums>(store, 'closed', [DAY], 'service')).get(DAY);
  expect(sums).toMatchObject({
    total: 1,
    reasons: { accepted: 1 },
    measures: { high: { resolution: [120] } },
  });
  expect(sums?.measures['high']?.firstAttention).toEqual({ met: 1, missed: 0, minutes: [0] });
});

test('the archive counts the closing that stands', async () => {
  const story = aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: '2026-11-24T16:00:00.000Z' });
  story.attended().solved().accepted();
  await appendEvents(store, story.events, 'org-1');
  await archiveTicket(store, story.ticket);
  const late = { ...story.ticket, closure: { ...story.ticket.closure!, at: '2026-11-26T16:00:00.000Z' } };
  await archiveTicket(store, late);
  expect((await counted('closed'))?.type).toEqual({ technical_problem: 1 });
  expect(await counted('closed', '2026-11-26')).toBeUndefined();
});

test('an erasure takes the words of the subject out of the count', async () => {
  const story = aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: '2026-11-24T16:00:00.000Z' });
  story.attended().solved().accepted();
  await appendEvents(store, story.events, 'org-1');
  await archiveTicket(store, story.ticket);
  const words = async (): Promise<WordPairs | undefined> =>
    (await readDays<WordPairs>(store, 'registered', [DAY], 'words')).get(DAY);
  expect((await words())?.['org-1']).not.toEqual([]);
  const person = { personId: story.ticket.requesterId, email: 'rosa@optica-demo.test' };
  await blankRecord(store, story.ticket.folio, { person, whole: true });
  expect((await words())?.['org-1']).toEqual([]);
  expect((await counted('closed'))?.type).toEqual({ technical_problem: 1 });
});

test('facts hold no word of anybody', async () => {
  const ticket = accepted('100001', { subject: 'Corte de Rosa Núñez', onBehalfReason: 'Llamó Rosa' });
  await keepClosing(store, ticket);
  const sums = (await readDays<RegistrationSums>(store, 'registered', [DAY], 'service')).get(DAY);
  expect(sums).toEqual({ total: 1, onBehalf: 1, parts: 0, follows: 0 });
  const words = (await readDays<WordPairs>(store, 'registered', [DAY], 'words')).get(DAY);
  expect(words?.['org-1']).toHaveLength(6);
  const stored = JSON.stringify([
    await store.reportFacts.find().lean(),
    await store.reportDays.find().lean(),
  ]);
  for (const word of ['rosa', 'núñez', 'nunez', 'corte', 'client-1', '5555'])
    expect(stored.toLowerCase()).not.toContain(word);
});
