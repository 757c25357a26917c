import type { VersionedCalendar } from '../../src/domain/calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { CommandData } from '../../src/domain/ticket/commands';
import type { TicketEvent } from '../../src/domain/ticket/events';
import { fold } from '../../src/domain/ticket/evolve';
import { TICKET_AUTO_CLOSE_AT } from '../../src/workflows/search-attributes';
import { waitUntil } from '../../tools/toolchain/wait-until';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openSkippingDesk, type SkippingDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';
import { SUPERVISOR } from '../support/ticket-builder';

const HOUR = 3_600_000;

let skipping: SkippingDesk;

beforeAll(async () => {
  skipping = await openSkippingDesk();
});

afterAll(() => skipping?.close());

/** Twelve hours each day, from midnight: what took two days around the clock takes four. */
const HALF_DAYS: VersionedCalendar = {
  ...ALWAYS_OPEN,
  id: 'half-days',
  version: 2,
  weekly: Object.fromEntries(
    Object.keys(ALWAYS_OPEN.weekly).map((day) => [day, [{ from: '00:00', to: '12:00' }]]),
  ) as never,
};

function rules(
  calendar: VersionedCalendar,
  policy: Partial<CommandData['migratePolicy']['policy']> = {},
): CommandData['migratePolicy'] {
  return { calendar, policy: { ...DEFAULT_SUPPORT_POLICY, version: 2, ...policy }, reason: 'Otro horario' };
}

async function solvedAtMidnight(historyLimit?: number): Promise<{ ticket: DeskTicket; due: number }> {
  const midnight = Math.ceil((await skipping.now()) / (24 * HOUR)) * 24 * HOUR;
  await skipping.sleepUntil(midnight);
  const registeredAt = new Date(await skipping.now()).toISOString();
  const limit = historyLimit === undefined ? {} : { historyLimit };
  const input = aTicketInput({ registeredAt, calendar: ALWAYS_OPEN, ...limit });
  const ticket = await skipping.desk.register(input);
  await ticket.attend();
  return { ticket, due: (await ticket.solve()).due };
}

function remindersIn(events: TicketEvent[]): { hours: number; at: number }[] {
  return events.flatMap((event) =>
    event.type === 'reminder_sent' ? [{ hours: event.data.hours, at: Date.parse(event.at) }] : [],
  );
}

/** Lists, the inbox and the operators' filters say when the ticket closes. */
async function isShown({ folio, handle }: DeskTicket, due: number): Promise<boolean> {
  const { tickets, inboxes } = skipping.desk.store;
  const [listed, inbox, { typedSearchAttributes }] = await Promise.all([
    tickets.findById(folio).lean(),
    inboxes.findById(folio).lean(),
    handle.describe(),
  ]);
  const attribute = typedSearchAttributes.get(TICKET_AUTO_CLOSE_AT);
  const at = new Date(due).toISOString();
  return listed?.autoCloseAt === at && inbox?.dueAt === at && attribute?.getTime() === due;
}

/** Closed by silence at that instant and no other, once, with all that is on record in agreement. */
async function assertClosedAt(ticket: DeskTicket, due: number): Promise<TicketEvent[]> {
  await ticket.handle.result();
  const events = await ticket.events();
  const closings = events.filter(({ type }) => type === 'closed');
  expect(closings.map(({ data }) => data)).toEqual([
    expect.objectContaining({ reason: 'no_client_response', dueAt: new Date(due).toISOString() }),
  ]);
  expect(Date.parse(closings[0]!.at)).toBeGreaterThanOrEqual(due);
  expect(Date.parse(closings[0]!.at)).toBeLessThan(due + 1000);
  const archived = await skipping.desk.store.archive.findById(ticket.folio).lean();
  expect(archived?.ticket).toEqual(fold(events));
  expect((await ticket.histories()).flatMap(taskFailures)).toEqual([]);
  return events;
}

test('a wait that is moved to longer hours closes at their instant, with one reminder of each kind', async () => {
  const { ticket, due } = await solvedAtMidnight();
  const { since } = (await ticket.state()).waiting!;
  await skipping.sleepUntil(Date.parse(since) + 6 * HOUR);
  await ticket.command('migratePolicy', rules(HALF_DAYS), { actor: SUPERVISOR });
  const { waiting, policyVersion, calendar } = await ticket.state();
  expect({ policyVersion, calendar }).toEqual({
    policyVersion: 2,
    calendar: { id: 'half-days', version: 2 },
  });
  expect(waiting!.since).toBe(since);
  const moved = Date.parse(waiting!.autoCloseAt);
  // Four mornings instead of two whole days: the last of them ends half a day later than the third day.
  expect(moved - Date.parse(since)).toBe(due - Date.parse(since) + 48 * HOUR);
  await waitUntil('everybody to be shown the other instant', 20_000, () => isShown(ticket, moved));

  const events = await assertClosedAt(ticket, moved);
  const reminders = remindersIn(events);
  expect(reminders.map(({ hours }) => hours)).toEqual([24, 4]);
  expect(Math.abs(reminders[0]!.at - (moved - 48 * HOUR))).toBeLessThan(1000);
});

test('a wait that is moved to fewer hours closes earlier than its timer was set to', async () => {
  const { ticket, due } = await solvedAtMidnight();
  await skipping.env.sleep('2 hours');
  const fewer = rules(ALWAYS_OPEN, { waitingClientHours: 12, reminderHours: [6] });
  await ticket.command('migratePolicy', fewer, { actor: SUPERVISOR });
  const events = await assertClosedAt(ticket, due - 36 * HOUR);
  expect(remindersIn(events).map(({ hours }) => hours)).toEqual([6]);
});

test('a wait that would be over by now closes no earlier than a whole new one', async () => {
  const { ticket } = await solvedAtMidnight();
  await skipping.env.sleep('30 hours');
  const fewer = rules(ALWAYS_OPEN, { waitingClientHours: 20, reminderHours: [6] });
  await ticket.command('migratePolicy', fewer, { actor: SUPERVISOR });
  const { since } = (await ticket.state()).waiting!;
  const events = await assertClosedAt(ticket, Date.parse(since) + 20 * HOUR);
  expect(events.find(({ type }) => type === 'policy_migrated')?.at).toBe(since);
});

test('the next run of the ticket is held to the other rules as well', async () => {
  const { ticket } = await solvedAtMidnight(120);
  const first = (await ticket.handle.describe()).runId;
  await ticket.command('migratePolicy', rules(HALF_DAYS), { actor: SUPERVISOR });
  for (let note = 1; (await ticket.handle.describe()).runId === first; note += 1) {
    await ticket.command('addNote', { body: `Nota ${note}` });
    expect(note).toBeLessThan(60);
  }
  const midnight = Math.ceil((await skipping.now()) / (24 * HOUR)) * 24 * HOUR;
  await skipping.sleepUntil(midnight);
  const { since, due } = await ticket.solve();
  expect(due - since).toBe(96 * HOUR);
  await assertClosedAt(ticket, due);
});
