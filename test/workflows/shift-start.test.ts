import type { Interval, VersionedCalendar, Weekday } from '../../src/domain/calendar';
import { countEvents, taskFailures } from '../support/history-check';
import { openSkippingDesk, type SkippingDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';

const DAY = 86_400_000;

let skipping: SkippingDesk;

beforeAll(async () => {
  skipping = await openSkippingDesk();
});

afterAll(() => skipping?.close());

/** Works on one day only, from nine to five. */
function worksOn(at: Date): VersionedCalendar {
  const weekday = String(at.getUTCDay() || 7) as Weekday;
  const shift: Interval[] = [{ from: '09:00', to: '17:00' }];
  const weekly = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [], [weekday]: shift };
  return { ...ALWAYS_OPEN, id: 'shift', weekly };
}

test('who is not on shift gets the waiting ticket when the shift begins, by a durable timer', async () => {
  const { desk, now, sleepUntil } = skipping;
  const dayAfterTomorrow = new Date(Math.floor((await now()) / DAY) * DAY + 2 * DAY);
  const begins = dayAfterTomorrow.getTime() + 9 * 3_600_000;
  await desk.hire('ana', { workingCalendar: worksOn(dayAfterTomorrow) });
  const registeredAt = new Date(await now()).toISOString();
  const ticket = await desk.register(aTicketInput({ registeredAt, calendar: ALWAYS_OPEN }));
  await ticket.classify();
  await sleepUntil(begins - 1000);
  expect((await ticket.state()).assigneeId).toBeNull();
  await sleepUntil(begins + 1000);
  expect((await ticket.until(({ assigneeId }) => assigneeId !== null)).assigneeId).toBe('ana');
  await ticket.command('addNote', { body: 'Ya está escrito' });
  const assigned = (await ticket.events()).find(({ type }) => type === 'assigned')!;
  expect(Date.parse(assigned.at)).toBeGreaterThanOrEqual(begins);
  expect(Date.parse(assigned.at)).toBeLessThan(begins + 1000);
  const history = await ticket.handle.fetchHistory();
  expect(taskFailures(history)).toEqual([]);
  // Our own target, then the shift: nothing was asked again and again.
  expect(countEvents(history)['TIMER_STARTED']).toBeLessThanOrEqual(4);
});
