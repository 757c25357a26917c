import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { TicketEvent } from '../../src/domain/ticket/events';
import { countEvents, mostTimersAtOnce, taskFailures } from '../support/history-check';
import { openSkippingDesk, type SkippingDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let skipping: SkippingDesk;

beforeAll(async () => {
  skipping = await openSkippingDesk();
});

afterAll(() => skipping?.close());

async function registeredNow(given: Parameters<typeof aTicketInput>[0] = {}) {
  const registeredAt = new Date(await skipping.now()).toISOString();
  return await skipping.desk.register(aTicketInput({ registeredAt, ...given }));
}

function ofType<T extends TicketEvent['type']>(events: TicketEvent[], type: T) {
  return events.filter((event): event is Extract<TicketEvent, { type: T }> => event.type === type);
}

/** Thursday 14:25:30.250 in Mexico City, six hours behind UTC all year. */
function nextThursday(now: number): number {
  for (let day = Math.floor(now / DAY); ; day += 1) {
    const at = day * DAY + 20 * HOUR + 25 * 60_000 + 30_250;
    if (new Date(at).getUTCDay() === 4 && at > now) return at;
  }
}

test('silence closes at the exact business instant, over a weekend and a holiday', async () => {
  const thursday = nextThursday(await skipping.now());
  const monday = new Date(thursday + 4 * DAY).toISOString().slice(0, 10);
  const calendar = { ...DEFAULT_CALENDAR, holidays: { [monday]: 'Aniversario de e-Optics' } };
  await skipping.sleepUntil(thursday);
  const ticket = await registeredNow({ calendar });
  await ticket.attend();
  const { since, due } = await ticket.solve();

  // Thursday to 18:00, Friday, not Saturday, Sunday, Monday, then Tuesday to Thursday whole: four days of nine hours
  // and what Thursday gave leave just so much that Friday's end is three hours later in the day than the beginning.
  expect(due).toBe(since + 8 * DAY + 3 * HOUR);

  await ticket.handle.result();
  const events = await ticket.events();
  const closed = ofType(events, 'closed');
  expect(closed).toHaveLength(1);
  expect(closed[0]!.data).toMatchObject({
    reason: 'no_client_response',
    dueAt: new Date(due).toISOString(),
    solutionGiven: true,
  });
  expect(Date.parse(closed[0]!.at)).toBeGreaterThanOrEqual(due);
  expect(Date.parse(closed[0]!.at)).toBeLessThan(due + 1000);

  // 24 hours before: Wednesday; 4 hours before: Friday itself. Both in service hours, once each.
  const reminders = ofType(events, 'reminder_sent').map(({ at, data }) => ({
    hours: data.hours,
    at: Date.parse(at),
  }));
  expect(reminders.map(({ hours }) => hours)).toEqual([24, 4]);
  const expected = [since + 6 * DAY - 3 * HOUR, since + 8 * DAY - HOUR];
  reminders.forEach(({ at }, index) => {
    expect(at).toBeGreaterThanOrEqual(expected[index]!);
    expect(at).toBeLessThan(expected[index]! + 1000);
  });

  const archived = await skipping.desk.store.archive.findById(ticket.folio).lean();
  expect(archived?.ticket.closure?.reason).toBe('no_client_response');
  expect(await skipping.desk.store.tickets.findById(ticket.folio).lean()).toMatchObject({ closed: true });
  expect(taskFailures(await ticket.handle.fetchHistory())).toEqual([]);
});

test('a reply one second before the end keeps the ticket open', async () => {
  const ticket = await registeredNow({ calendar: ALWAYS_OPEN });
  await ticket.attend();
  const { due } = await ticket.solve();
  await skipping.sleepUntil(due - 1000);
  expect(await ticket.reply('Todavía no suma', due - 1000)).toBe('accepted');
  await ticket.until(({ status }) => status === 'waiting_support');
  await skipping.env.sleep('10 days');
  const after = await ticket.state();
  expect(after).toMatchObject({ status: 'waiting_support', waiting: null, closure: null });
  expect(ofType(await ticket.events(), 'message_posted').at(-1)!.data.body).toBe('Todavía no suma');
});

test('every wait has its full 48 hours again, and leaves no timer behind', async () => {
  const ticket = await registeredNow({ calendar: ALWAYS_OPEN });
  await ticket.attend();
  for (let round = 1; round <= 10; round += 1) {
    const { since, due } = await ticket.solve();
    expect(due).toBe(since + 48 * HOUR);
    await skipping.sleepUntil(due - 60_000);
    expect(await ticket.reply(`Todavía no, vez ${round}`, await skipping.now())).toBe('accepted');
    await ticket.until(({ status }) => status === 'waiting_support');
  }
  const history = await ticket.handle.fetchHistory();
  // Per wait: one to each reminder, one to the end, one to our own target for the next reply.
  expect(countEvents(history)['TIMER_STARTED']).toBeLessThanOrEqual(10 * 4 + 2);
  expect(mostTimersAtOnce(history)).toBe(1);
  expect(ofType(await ticket.events(), 'reminder_sent')).toHaveLength(20);
  const { due } = await ticket.solve();
  await ticket.handle.result();
  const events = await ticket.events();
  expect(ofType(events, 'closed').map(({ data }) => data.dueAt)).toEqual([new Date(due).toISOString()]);
});

test.each([
  { urgency: 'business_stopped', priority: 'urgent', phone: [false, true] },
  { urgency: 'degraded', priority: 'high', phone: [false, true] },
  { urgency: 'inconvenience', priority: 'medium', phone: [false, false] },
] as const)(
  'the last reminder of a ticket of priority $priority tells whether to phone',
  async ({ urgency, priority, phone }) => {
    const ticket = await registeredNow({ calendar: ALWAYS_OPEN });
    await ticket.attend({ urgency });
    expect((await ticket.state()).priority).toBe(priority);
    await ticket.solve();
    await ticket.handle.result();
    const reminders = ofType(await ticket.events(), 'reminder_sent');
    expect(reminders.map(({ data }) => data.hours)).toEqual([24, 4]);
    expect(reminders.map(({ data }) => data.phoneTheClient)).toEqual(phone);
  },
);

test('a question without an answer closes too, and says that no solution was given', async () => {
  const ticket = await registeredNow({ calendar: ALWAYS_OPEN });
  await ticket.classify();
  await ticket.command('assign', { agentId: 'agent-1' });
  await ticket.command('postMessage', { body: '¿En qué sucursal?', awaitsClient: true });
  await ticket.handle.result();
  const [closed] = ofType(await ticket.events(), 'closed');
  expect(closed!.data).toMatchObject({ reason: 'no_client_response', solutionGiven: false });
});

test('taking a solution back stops the 48 hours', async () => {
  const ticket = await registeredNow({ calendar: ALWAYS_OPEN });
  await ticket.attend();
  const { due } = await ticket.solve();
  await ticket.command('retract', { reason: 'Era la solución de otro ticket' });
  await skipping.sleepUntil(due + DAY);
  expect(await ticket.state()).toMatchObject({ status: 'waiting_support', solution: null, closure: null });
  const again = await ticket.solve();
  expect(again.due).toBe(again.since + 48 * HOUR);
  // A new solution while waiting is a new wait.
  await skipping.sleepUntil(again.due - HOUR);
  const renewed = await ticket.solve();
  expect(renewed.due).toBe(renewed.since + 48 * HOUR);
  await ticket.handle.result();
  expect(ofType(await ticket.events(), 'closed')[0]!.data.dueAt).toBe(new Date(renewed.due).toISOString());
});
