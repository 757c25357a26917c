import fc from 'fast-check';
import { before, deadline, elapsed, explain, isOpen, nextOpening } from '../../src/domain/business-time';
import { WEEKDAYS } from '../../src/domain/calendar';
import type { Calendar, Interval } from '../../src/domain/calendar';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Zones with a date on which their clocks change (or nothing special happens), to begin near it. */
const PLACES: readonly (readonly [timeZone: string, date: string])[] = [
  ['America/Mexico_City', '2022-10-30'],
  ['America/Mexico_City', '2026-12-25'],
  ['America/Tijuana', '2026-03-08'],
  ['America/Tijuana', '2026-11-01'],
  ['America/Ciudad_Juarez', '2022-11-30'],
  ['America/New_York', '2040-03-11'],
  ['America/Havana', '2026-03-08'],
  ['America/Havana', '2025-11-02'],
  ['America/Santiago', '2026-04-04'],
  ['America/Nuuk', '2026-03-28'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Europe/Madrid', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['Africa/Cairo', '2025-04-25'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Kiritimati', '2026-11-20'],
  ['Pacific/Apia', '2011-12-30'],
];

const wallTime = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Up to three sorted intervals, sometimes touching, sometimes to 24:00; minutes round enough to touch clock changes. */
const intervals: fc.Arbitrary<Interval[]> = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 0, max: 1440 }),
      fc.constantFrom(0, 60, 90, 120, 150, 180, 210, 1320, 1410, 1440),
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((minutes) => minutes.sort((a, b) => a - b).map(wallTime))
  .chain((times) =>
    fc.boolean().map((touching) =>
      times.flatMap((from, index) => {
        const to = times[index + 1];
        return to === undefined || (!touching && index % 2 === 1) ? [] : [{ from, to }];
      }),
    ),
  );
const openOrNot = fc.oneof({ weight: 3, arbitrary: intervals }, { weight: 1, arbitrary: fc.constant([]) });

interface Scene {
  calendar: Calendar;
  /** Midnight in UTC of the date the scene plays around. */
  around: number;
}

const scene: fc.Arbitrary<Scene> = fc.constantFrom(...PLACES).chain(([timeZone, date]) => {
  const around = Date.parse(date);
  const nearby = fc
    .integer({ min: -3, max: 12 })
    .map((days) => new Date(around + days * DAY).toISOString().slice(0, 10));
  return fc
    .record({
      weekly: fc.tuple(...WEEKDAYS.map(() => openOrNot)),
      holidays: fc.dictionary(nearby, fc.constant('Día de descanso'), { maxKeys: 3 }),
      exceptions: fc.dictionary(nearby, openOrNot, { maxKeys: 3 }),
    })
    .map(({ weekly, ...dates }) => {
      const days = WEEKDAYS.map((day, index) => [day, weekly[index] ?? []] as const);
      const week = Object.fromEntries(days) as unknown as Calendar['weekly'];
      return { calendar: { timeZone, weekly: week, ...dates }, around };
    })
    .filter(({ calendar }) => Object.values(calendar.weekly).some((day) => day.length > 0));
});

const from = ({ around }: Scene): fc.Arbitrary<number> =>
  fc.integer({ min: around - 3 * DAY, max: around + 5 * DAY });
const workMs = fc.oneof(
  fc.integer({ min: 1, max: 60 * HOUR }),
  fc.integer({ min: 1, max: 240 }).map((quarters) => quarters * 15 * MINUTE),
);
const withStart = scene.chain((given) =>
  fc.record({ calendar: fc.constant(given.calendar), start: from(given), work: workMs }),
);

describe('for any calendar and start', () => {
  test('the time elapsed until a deadline is the hours asked for, and not earlier', () => {
    fc.assert(
      fc.property(withStart, ({ calendar, start, work }) => {
        const due = deadline(start, work / HOUR, calendar);
        expect(elapsed(start, due, calendar)).toBe(work);
        expect(elapsed(start, due - 1, calendar)).toBe(work - 1);
      }),
      { numRuns: 1000 },
    );
  });

  test('a later start and more hours never give an earlier deadline', () => {
    fc.assert(
      fc.property(
        withStart,
        workMs,
        fc.integer({ min: 0, max: 3 * DAY }),
        ({ calendar, start, work }, more, later) => {
          const due = deadline(start, work / HOUR, calendar);
          expect(deadline(start + later, work / HOUR, calendar)).toBeGreaterThanOrEqual(due);
          expect(deadline(start, (work + more) / HOUR, calendar)).toBeGreaterThan(due);
        },
      ),
    );
  });

  test('hours add up: two waits in a row end where the long one ends', () => {
    fc.assert(
      fc.property(withStart, workMs, ({ calendar, start, work }, more) => {
        const halfway = deadline(start, work / HOUR, calendar);
        expect(deadline(halfway, more / HOUR, calendar)).toBe(
          deadline(start, (work + more) / HOUR, calendar),
        );
      }),
    );
  });

  test('elapsed time adds up over any instant between', () => {
    fc.assert(
      fc.property(
        withStart,
        fc.integer({ min: 0, max: 20 * DAY }),
        fc.integer({ min: 0, max: 20 * DAY }),
        ({ calendar, start }, first, second) => {
          const [middle, end] = [start + first, start + first + second];
          expect(elapsed(start, middle, calendar) + elapsed(middle, end, calendar)).toBe(
            elapsed(start, end, calendar),
          );
        },
      ),
    );
  });

  test('the explanation adds up, in time order, without overlap, each piece inside service hours', () => {
    fc.assert(
      fc.property(withStart, ({ calendar, start, work }) => {
        const { due, counted } = explain(start, work / HOUR, calendar);
        expect(due).toBe(deadline(start, work / HOUR, calendar));
        expect(counted.reduce((sum, { ms }) => sum + ms, 0)).toBe(work);
        expect(counted.at(-1)?.to).toBe(due);
        let reached = start;
        for (const piece of counted) {
          expect(piece.from).toBeGreaterThanOrEqual(reached);
          expect(piece.to - piece.from).toBe(piece.ms);
          expect(elapsed(piece.from, piece.to, calendar)).toBe(piece.ms);
          expect(isOpen(piece.from, calendar) && isOpen(piece.to - 1, calendar)).toBe(true);
          reached = piece.to;
        }
      }),
    );
  });

  test('going back the same hours from a deadline ends at the first open instant from the start on', () => {
    fc.assert(
      fc.property(withStart, ({ calendar, start, work }) => {
        const due = deadline(start, work / HOUR, calendar);
        const back = before(due, work / HOUR, calendar, start);
        expect(back).toBe(nextOpening(start, calendar));
        if (back === null) return;
        expect(before(due, work / HOUR, calendar, back + 1)).toBeNull();
      }),
    );
  });

  test('a reminder lies in service hours, as many hours before as asked', () => {
    fc.assert(
      fc.property(withStart, fc.integer({ min: 1, max: 1000 }), ({ calendar, start, work }, thousandths) => {
        const due = deadline(start, work / HOUR, calendar);
        const ahead = Math.max(1, Math.floor((work * thousandths) / 1000));
        const reminder = before(due, ahead / HOUR, calendar, start);
        if (reminder === null) throw new Error('there is room for the reminder');
        expect(isOpen(reminder, calendar)).toBe(true);
        expect(elapsed(reminder, due, calendar)).toBe(ahead);
      }),
    );
  });

  test('what is kept from earlier reckonings changes nothing', () => {
    fc.assert(
      fc.property(withStart, ({ calendar, start, work }) => {
        const warm = { ...calendar };
        elapsed(start - 60 * DAY, start + 60 * DAY, warm);
        expect(explain(start, work / HOUR, warm)).toEqual(explain(start, work / HOUR, { ...calendar }));
      }),
    );
  });
});

describe('against a clock that is walked minute by minute', () => {
  const whole = scene.chain((given) =>
    fc.record({
      given: fc.constant(given),
      start: from(given).map((ms) => Math.floor(ms / MINUTE) * MINUTE),
      minutes: fc.integer({ min: 1, max: 6 * 24 * 60 }),
    }),
  );

  test('the same minutes are open', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const walk = openMinutes(given);
        for (const [instant, open] of walk) {
          if (isOpen(instant, given.calendar) !== open) {
            throw new Error(`${new Date(instant).toISOString()} should be ${open ? 'open' : 'closed'}`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the same time elapses and the same deadline comes out', () => {
    fc.assert(
      fc.property(whole, ({ given, start, minutes }) => {
        let worked = 0;
        for (const [instant, open] of openMinutes(given)) {
          if (instant < start || instant >= start + minutes * MINUTE || !open) continue;
          worked += MINUTE;
          expect(deadline(start, worked / HOUR, given.calendar)).toBe(instant + MINUTE);
        }
        expect(elapsed(start, start + minutes * MINUTE, given.calendar)).toBe(worked);
      }),
      { numRuns: 40 },
    );
  });
});

/** Every minute from four days before the scene's date to twelve after it, with whether the calendar is open in it. */
function openMinutes({ calendar, around }: Scene): Map<number, boolean> {
  const clock = clockOf(calendar.timeZone, around - 8 * DAY, around + 16 * DAY);
  const spans: [number, number][] = [];
  for (let midnight = around - 7 * DAY; midnight <= around + 14 * DAY; midnight += DAY) {
    for (const interval of hoursOf(calendar, midnight)) {
      spans.push([
        instantShowing(clock, midnight + minutesOf(interval.from)),
        instantShowing(clock, midnight + minutesOf(interval.to)),
      ]);
    }
  }
  const minutes = new Map<number, boolean>();
  for (let instant = around - 4 * DAY; instant < around + 12 * DAY; instant += MINUTE) {
    minutes.set(
      instant,
      spans.some(([begin, end]) => begin <= instant && instant < end),
    );
  }
  return minutes;
}

function hoursOf(calendar: Calendar, midnight: number): readonly Interval[] {
  const date = new Date(midnight).toISOString().slice(0, 10);
  if (Object.keys(calendar.exceptions).includes(date)) return calendar.exceptions[date] ?? [];
  if (Object.keys(calendar.holidays).includes(date)) return [];
  const sundayFirst = [6, 0, 1, 2, 3, 4, 5][new Date(midnight).getUTCDay()] ?? 0;
  return calendar.weekly[WEEKDAYS[sundayFirst] ?? '1'];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes * MINUTE;
}

type Clock = readonly { readonly instant: number; readonly shows: number }[];

const clocks = new Map<string, Clock>();

/** What the clocks of a zone show at each minute. */
function clockOf(timeZone: string, begin: number, end: number): Clock {
  const key = `${timeZone} ${begin}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const clock = Array.from({ length: (end - begin) / MINUTE }, (_, index) => {
    const instant = begin + index * MINUTE;
    return { instant, shows: Date.parse(`${format.format(instant).replace(' ', 'T')}Z`) };
  });
  clocks.set(key, clock);
  return clock;
}

/** The first minute that shows a wall time; a wall time that was jumped over counts on from the minute before the jump. */
function instantShowing(clock: Clock, wall: number): number {
  const reached = clock.findIndex(({ shows }) => shows >= wall);
  const found = clock[reached];
  const previous = clock[reached - 1];
  if (found === undefined || previous === undefined) throw new Error('outside the walked time');
  return found.shows === wall ? found.instant : previous.instant + (wall - previous.shows);
}
