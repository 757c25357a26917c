import type { VersionedCalendar } from '../../src/domain/calendar';
import { offeredSlots } from '../../src/store/session-slots';
import { readSessionEvents } from '../../src/store/remote-sessions';
import { refusalOf } from '../support/desk';
import { ALWAYS_OPEN, CLIENT } from '../support/registration';
import { openSessionDesk, type DeskSession, type SessionDesk } from '../support/session-desk';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Nights in New York, where the clocks still change: 22:00 to 02:00. */
const NIGHTS: VersionedCalendar = {
  id: 'nights',
  version: 1,
  timeZone: 'America/New_York',
  weekly: Object.fromEntries(
    ['1', '2', '3', '4', '5', '6', '7'].map((day) => [
      day,
      [
        { from: '00:00', to: '02:00' },
        { from: '22:00', to: '24:00' },
      ],
    ]),
  ) as never,
  holidays: {},
  exceptions: {},
};

let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk();
  await sessions.desk.hire('night-agent', { workingCalendar: NIGHTS });
}, 120_000);

afterAll(() => sessions.close());

function wall(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'America/New_York',
    hour: '2-digit',
    minute: '2-digit',
  }).format(ms);
}

async function offers(session: DeskSession): Promise<number[]> {
  const { store } = sessions.desk;
  return (await offeredSlots(store, await session.state(), await sessions.now())).map(
    ({ startsAt }) => startsAt,
  );
}

/** Chooses a time and lets it pass, held from beginning to end. */
async function hold(session: DeskSession, start: number): Promise<{ from: number; to: number }> {
  const startsAt = new Date(start).toISOString();
  expect(await refusalOf(session.command('chooseSlot', { startsAt }, CLIENT))).toBe('accepted');
  await sessions.sleepUntil(start);
  await session.command('attendSession', { outcome: 'started' });
  await session.handle.result();
  const events = await readSessionEvents(sessions.desk.store, session.id);
  const at = (name: string): number => Date.parse(events.find((event) => event.name === name)!.at);
  return { from: at('started'), to: at('time_up') };
}

test('a session over midnight is offered, held and ended after one hour', async () => {
  const session = await sessions.request({ calendar: ALWAYS_OPEN });
  await session.pay();
  const start = (await offers(session)).find((at) => wall(at) === '23:30')!;
  const { from, to } = await hold(session, start);
  expect(to - from).toBeGreaterThan(HOUR - 5_000);
  expect(to - start).toBeLessThan(HOUR + 5_000);
  expect(wall(to)).toBe('00:30');
});

test('a session in the night in which the clocks change lasts one real hour', async () => {
  // The second Sunday of March: at 02:00 it is 03:00. The last hour before it is offered, the one after is not.
  const change = Date.parse('2027-03-14T07:00:00.000Z');
  await sessions.sleepUntil(change - 4 * DAY);
  const session = await sessions.request();
  await session.pay();
  const night = (await offers(session)).filter((at) => at > change - 6 * HOUR && at < change + 3 * HOUR);
  expect(night.map((at) => wall(at)).at(-1)).toBe('01:00');
  expect(night.at(-1)).toBe(change - HOUR);
  const { to } = await hold(session, change - HOUR);
  expect(to - (change - HOUR)).toBeLessThan(HOUR + 5_000);
  expect(to).toBeGreaterThanOrEqual(change);
  expect(wall(to)).toBe('03:00');
});

test('no time is offered on a holiday of the agent', async () => {
  const holiday = new Date((await sessions.now()) + 3 * DAY).toISOString().slice(0, 10);
  const closed = { ...NIGHTS, version: 2, holidays: { [holiday]: 'Día de descanso' } };
  await sessions.desk.changeAgent('night-agent', { workingCalendar: closed });
  const session = await sessions.request();
  await session.pay();
  const days = (await offers(session)).map((at) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at),
  );
  expect(days).not.toContain(holiday);
  expect(days.length).toBeGreaterThan(10);
});

test('an agent who is not available, and one without the notice asked for, are not offered', async () => {
  const session = await sessions.request();
  await session.pay();
  const now = await sessions.now();
  expect((await offers(session)).every((at) => at >= now + 2 * HOUR)).toBe(true);
  await sessions.desk.changeAgent('night-agent', { available: false });
  expect(await offers(session)).toEqual([]);
});
