import { before, deadline, elapsed, explain, isOpen } from '../../src/domain/business-time';
import type { Calendar, Interval, Weekday } from '../../src/domain/calendar';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';

// Each of these has gone wrong in a helpdesk before.

const HOUR = 3_600_000;
const DAY: readonly Interval[] = [{ from: '09:00', to: '18:00' }];
const AROUND: readonly Interval[] = [{ from: '00:00', to: '24:00' }];

const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

function calendarWith(changes: Partial<Calendar> = {}): Calendar {
  return { ...DEFAULT_CALENDAR, ...changes };
}

function weekOf(intervals: readonly Interval[], days: readonly Weekday[]): Calendar['weekly'] {
  const closed: Calendar['weekly'] = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] };
  return { ...closed, ...Object.fromEntries(days.map((day) => [day, intervals])) };
}

/** Midnight in UTC of the nth Sunday of a month. */
function nthSunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return Date.UTC(year, month - 1, 1 + ((7 - first) % 7) + (nth - 1) * 7);
}

const WORKDAYS: readonly Weekday[] = ['1', '2', '3', '4', '5'];
const ALL_DAYS: readonly Weekday[] = [...WORKDAYS, '6', '7'];

test('a gap of weeks between openings does not end the search', () => {
  const closures = Array.from({ length: 60 }, (_, index) =>
    new Date(at('2026-11-24') + index * 24 * HOUR).toISOString().slice(0, 10),
  );
  const vacation = calendarWith({ exceptions: Object.fromEntries(closures.map((date) => [date, []])) });
  expect(iso(deadline(at('2026-11-23T23:00:00Z'), 2, vacation))).toBe('2027-01-25T16:00:00.000Z');
  const wednesdays = calendarWith({ weekly: weekOf(DAY, ['3']) });
  expect(iso(deadline(at('2026-11-18T23:00:00Z'), 2, wednesdays))).toBe('2026-11-25T16:00:00.000Z');
});

test('lunch breaks and half days keep the sum whole', () => {
  const lunch = [
    { from: '09:00', to: '14:00' },
    { from: '15:00', to: '18:00' },
  ];
  const calendar = calendarWith({
    weekly: weekOf(lunch, WORKDAYS),
    exceptions: { '2026-11-24': [{ from: '09:00', to: '11:30' }] },
  });
  const start = at('2026-11-23T19:30:00Z'); // Monday 13:30: 0.5 + 3 that day, 2.5 on the half day, 2 on Wednesday
  expect(iso(deadline(start, 8, calendar))).toBe('2026-11-25T17:00:00.000Z');
  expect(elapsed(start, at('2026-11-25T17:00:00Z'), calendar)).toBe(8 * HOUR);
});

test('a calendar that never closes loses nothing at midnight', () => {
  const always = calendarWith({ weekly: weekOf(AROUND, ALL_DAYS), holidays: {} });
  const start = at('2026-11-13T23:30:15.250Z');
  expect(deadline(start, 24 * 400, always)).toBe(start + 400 * 24 * HOUR);
  expect(elapsed(start, start + 400 * 24 * HOUR, always)).toBe(400 * 24 * HOUR);
});

test('a holiday is the local date, not the UTC day, west and east of Greenwich', () => {
  const late = calendarWith({ weekly: weekOf([{ from: '09:00', to: '22:00' }], WORKDAYS) });
  expect(isOpen(at('2026-12-25T03:00:00Z'), late)).toBe(true); // still the 24th, 21:00, in Mexico City
  expect(isOpen(at('2026-12-25T16:00:00Z'), late)).toBe(false);
  const daily = calendarWith({ weekly: weekOf(DAY, ALL_DAYS) });
  expect(isOpen(at('2026-12-26T16:00:00Z'), daily)).toBe(true);
  const kiritimati = calendarWith({ timeZone: 'Pacific/Kiritimati' });
  expect(isOpen(at('2026-12-24T20:00:00Z'), kiritimati)).toBe(false); // there it is the 25th, 10:00
  expect(isOpen(at('2026-12-23T20:00:00Z'), kiritimati)).toBe(true);
});

test.each([
  ['Holy Thursday', '2026-04-02'],
  ['Good Friday', '2026-04-03'],
  ['5 May', '2026-05-05'],
  ['12 October', '2026-10-12'],
  ['All Souls', '2026-11-02'],
  ['Revolution Day itself, kept on Monday', '2026-11-20'],
  ['Our Lady of Guadalupe', '2028-12-12'],
  ['Christmas Eve', '2026-12-24'],
  ['the old day of the change of executive', '2036-12-01'],
])('%s is festive, not a rest day', (_name, date) => {
  expect(isOpen(at(`${date}T18:00:00Z`), DEFAULT_CALENDAR)).toBe(true);
});

test('a past date is reckoned with the offset of its own time', () => {
  // Mexico City kept summer time until October 2022.
  expect(iso(deadline(at('2022-07-04T12:00:00Z'), 1, DEFAULT_CALENDAR))).toBe('2022-07-04T15:00:00.000Z');
  expect(iso(deadline(at('2026-07-06T12:00:00Z'), 1, DEFAULT_CALENDAR))).toBe('2026-07-06T16:00:00.000Z');
});

test('every clock change of Tijuana until 2046 is passed, with the real hours of its Sunday', () => {
  const sundays = calendarWith({ timeZone: 'America/Tijuana', weekly: weekOf(AROUND, ['7']), holidays: {} });
  const office = calendarWith({ timeZone: 'America/Tijuana', holidays: {} });
  for (let year = 2026; year <= 2046; year++) {
    const spring = nthSunday(year, 3, 2);
    expect(elapsed(spring, spring + 48 * HOUR, sundays)).toBe(23 * HOUR);
    // Friday 17:00 in winter time, Monday 10:00 in summer time.
    expect(deadline(spring - 23 * HOUR, 2, office)).toBe(spring + 41 * HOUR);
    const autumn = nthSunday(year, 11, 1);
    expect(elapsed(autumn, autumn + 48 * HOUR, sundays)).toBe(25 * HOUR);
    expect(deadline(autumn - 24 * HOUR, 2, office)).toBe(autumn + 42 * HOUR);
  }
});

test('hours are service hours, not clock hours', () => {
  const start = at('2026-11-13T23:30:00Z');
  expect(deadline(start, 48, DEFAULT_CALENDAR)).toBeGreaterThan(start + 48 * HOUR);
  expect(iso(deadline(start, 48, DEFAULT_CALENDAR))).toBe('2026-11-24T17:30:00.000Z');
});

test('a reminder never goes out at night', () => {
  for (let start = at('2026-11-13T12:00:00Z'); start < at('2026-11-30T12:00:00Z'); start += 1_234_567) {
    const due = deadline(start, 48, DEFAULT_CALENDAR);
    for (const hours of [0.5, 9, 24, 47]) {
      const reminder = before(due, hours, DEFAULT_CALENDAR, start);
      if (reminder === null) throw new Error(`no reminder ${hours} h before ${iso(due)}`);
      expect(isOpen(reminder, DEFAULT_CALENDAR)).toBe(true);
    }
  }
});

test('a new version of the calendar leaves what is reckoned with the old one as it was', () => {
  const start = at('2026-11-13T23:30:00Z');
  const old = { ...DEFAULT_CALENDAR };
  const first = explain(start, 48, old);
  const edited = { ...old, version: 2, holidays: { ...old.holidays, '2026-11-20': 'Puente' } };
  expect(iso(explain(start, 48, edited).due)).toBe('2026-11-25T17:30:00.000Z');
  expect(explain(start, 48, old)).toEqual(first);
  expect(explain(start, 48, structuredClone(old))).toEqual(first);
});
