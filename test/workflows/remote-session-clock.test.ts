import type { VersionedCalendar } from '../../src/domain/calendar';
import { offeredSlots } from '../../src/store/remote-sessions/session-slots';
import { readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { refusalOf } from '../support/desk';
import { ALWAYS_OPEN, CLIENT } from '../support/registration';
import { openSessionDesk, type DeskSession, type SessionDesk } from '../support/session-desk';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

/** Chooses a time and lets it pass, held from beginning to end: everything comes at its instant. */
async function hold(session: DeskSession, start: number): Promise<number> {
  const startsAt = new Date(start).toISOString();
  expect(await refusalOf(session.command('chooseSlot', { startsAt }, CLIENT))).toBe('accepted');
  await sessions.sleepUntil(start);
  await session.command('attendSession', { outcome: 'started' });
  await session.handle.result();
  const events = await readSessionEvents(sessions.desk.store, session.id);
  const instants = (name: string): number[] =>
    events.filter((event) => event.name === name).map(({ at }) => Date.parse(at));
  expectAt(instants('reminded'), [start - DAY, start - HOUR]);
  expectAt(instants('access_opened'), [start - 10 * MINUTE]);
  expectAt(instants('warned'), [start + 50 * MINUTE]);
  expectAt(instants('time_up'), [start + HOUR]);
  return instants('time_up')[0]!;
}

/** Never early; how late a loaded machine may be is no matter of the clock. */
function expectAt(instants: readonly number[], due: readonly number[]): void {
  expect(instants).toHaveLength(due.length);
  for (const [index, instant] of instants.entries()) {
    expect(instant).toBeGreaterThanOrEqual(due[index]!);
    expect(instant).toBeLessThan(due[index]! + 5_000);
  }
}

function dayOf(ms: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(ms);
}

test('a session over midnight is offered, held and ended after one hour', async () => {
  const session = await sessions.request({ calendar: ALWAYS_OPEN });
  await session.pay();
  const later = (await sessions.now()) + DAY + HOUR;
  const start = (await offers(session)).find((at) => at > later && wall(at) === '23:30')!;
  const end = await hold(session, start);
  expect(wall(end)).toBe('00:30');
  expect(dayOf(end)).not.toBe(dayOf(start));
});

test('a session in the night in which the clocks go forward lasts one real hour', async () => {
  // The second Sunday of March: at 02:00 it is 03:00. The last hour before it is offered, the one after is not.
  const change = Date.parse('2027-03-14T07:00:00.000Z');
  await sessions.sleepUntil(change - 4 * DAY);
  const session = await sessions.request();
  await session.pay();
  const night = (await offers(session)).filter((at) => at > change - 6 * HOUR && at < change + 3 * HOUR);
  expect(night.map((at) => wall(at)).at(-1)).toBe('01:00');
  expect(night.at(-1)).toBe(change - HOUR);
  const end = await hold(session, change - HOUR);
  expect(end).toBeGreaterThanOrEqual(change);
  expect(wall(end)).toBe('03:00');
});

test('no time is offered on a holiday of the agent, and reminders come on it all the same', async () => {
  const holiday = dayOf((await sessions.now()) + 3 * DAY);
  const closed = { ...NIGHTS, version: 2, holidays: { [holiday]: 'Día de descanso' } };
  await sessions.desk.changeAgent('night-agent', { workingCalendar: closed });
  const session = await sessions.request();
  await session.pay();
  const offered = await offers(session);
  expect(offered.map(dayOf)).not.toContain(holiday);
  expect(offered.length).toBeGreaterThan(10);
  const start = offered.find((at) => dayOf(at) > holiday && wall(at) === '22:30')!;
  expect(dayOf(start - DAY)).toBe(holiday);
  await hold(session, start);
});

test('a session in the night in which the clocks go back is offered in both hours of the same name', async () => {
  // The first Sunday of November: at 02:00 it is 01:00 again, so the night has one real hour more.
  const change = Date.parse('2027-11-07T06:00:00.000Z');
  await sessions.sleepUntil(change - 4 * DAY);
  const session = await sessions.request();
  await session.pay();
  const night = (await offers(session)).filter((at) => at > change - 3 * HOUR && at < change + 2 * HOUR);
  expect(night.filter((at) => wall(at) === '01:00')).toEqual([change - HOUR, change]);
  const end = await hold(session, change - 30 * MINUTE);
  expect(wall(end)).toBe('01:30');
});

test('an agent who is not available, and one without the notice asked for, are not offered', async () => {
  const session = await sessions.request();
  await session.pay();
  const now = await sessions.now();
  expect((await offers(session)).every((at) => at >= now + 2 * HOUR)).toBe(true);
  await sessions.desk.changeAgent('night-agent', { available: false });
  expect(await offers(session)).toEqual([]);
});
