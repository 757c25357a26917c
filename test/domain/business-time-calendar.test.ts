import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarProblems } from '../../src/domain/calendar';
import type { Calendar, Interval } from '../../src/domain/calendar';

const { calendars } = JSON.parse(readFileSync(join(__dirname, '../data/business-time.json'), 'utf8')) as {
  calendars: Record<string, Calendar>;
};

const day: readonly Interval[] = [{ from: '09:00', to: '18:00' }];

function calendarWith(changes: Partial<Calendar> = {}): Calendar {
  return {
    timeZone: 'America/Mexico_City',
    weekly: { '1': day, '2': day, '3': day, '4': day, '5': day, '6': [], '7': [] },
    holidays: { '2026-12-25': 'Navidad' },
    exceptions: { '2026-12-24': [{ from: '09:00', to: '13:00' }] },
    ...changes,
  };
}

function mondayWith(...intervals: Interval[]): Calendar {
  return calendarWith({ weekly: { ...calendarWith().weekly, '1': intervals } });
}

const repeated = <T>(times: number, entry: (index: number) => [string, T]): Record<string, T> =>
  Object.fromEntries(Array.from({ length: times }, (_, index) => entry(index)));
const dateAt = (index: number): string => new Date(index * 86_400_000).toISOString().slice(0, 10);

test('a sound calendar has no problems', () => {
  expect(calendarProblems(calendarWith())).toEqual([]);
});

test.each(Object.entries(calendars).filter(([name]) => name !== 'closed'))(
  '%s is sound',
  (_name, calendar) => {
    expect(calendarProblems(calendar)).toEqual([]);
  },
);

test('intervals may touch, and may end at 24:00', () => {
  expect(
    calendarProblems(mondayWith({ from: '00:00', to: '12:00' }, { from: '12:00', to: '24:00' })),
  ).toEqual([]);
});

test('a calendar that opens only on an exception is sound', () => {
  const weekly = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] };
  expect(calendarProblems(calendarWith({ weekly }))).toEqual([]);
});

test('a calendar with no open hours is refused', () => {
  const weekly = { '1': [], '2': [], '3': [], '4': [], '5': [], '6': [], '7': [] };
  const closed = calendarWith({ weekly, exceptions: { '2026-12-24': [] } });
  expect(calendarProblems(closed)).toEqual([{ path: 'weekly', code: 'no_open_hours' }]);
});

test.each(['', 'Mars/Olympus', '-06:00', 'America/Mexico_City\n', 'A'.repeat(65)])(
  'the zone %j is unknown',
  (timeZone) => {
    expect(calendarProblems(calendarWith({ timeZone }))).toEqual([
      { path: 'timeZone', code: 'unknown_time_zone' },
    ]);
  },
);

test.each(['9:00', '24:00', '09:60', '25:00', '09:00:00', '', ' 09:00', '09:00\n'])(
  '%j is no opening time',
  (from) => {
    expect(calendarProblems(mondayWith({ from, to: '24:00' }))).toEqual([
      { path: 'weekly.1.0.from', code: 'invalid_time' },
    ]);
  },
);

test.each(['24:01', '18', '1800', '18:0', '٠٩:٠٠'])('%j is no closing time', (to) => {
  expect(calendarProblems(mondayWith({ from: '09:00', to }))).toEqual([
    { path: 'weekly.1.0.to', code: 'invalid_time' },
  ]);
});

test.each([
  ['09:00', '09:00'],
  ['18:00', '09:00'],
])('from %s to %s is empty', (from, to) => {
  expect(calendarProblems(mondayWith({ from, to }))).toEqual([
    { path: 'weekly.1.0', code: 'empty_interval' },
  ]);
});

test('overlapping intervals are refused', () => {
  expect(
    calendarProblems(mondayWith({ from: '09:00', to: '14:00' }, { from: '13:59', to: '18:00' })),
  ).toEqual([{ path: 'weekly.1.1', code: 'overlapping_intervals' }]);
});

test('unsorted intervals are refused', () => {
  expect(
    calendarProblems(mondayWith({ from: '15:00', to: '18:00' }, { from: '09:00', to: '14:00' })),
  ).toEqual([{ path: 'weekly.1.1', code: 'unsorted_intervals' }]);
});

test('an interval of an exception is judged like one of the week', () => {
  const exceptions = { '2026-12-24': [{ from: '13:00', to: '09:00' }] };
  expect(calendarProblems(calendarWith({ exceptions }))).toEqual([
    { path: 'exceptions.2026-12-24.0', code: 'empty_interval' },
  ]);
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '26-01-01',
  '1899-12-31',
  '2300-01-01',
  'x',
])('%s is no date', (date) => {
  expect(calendarProblems(calendarWith({ holidays: { [date]: 'Fiesta' } }))).toEqual([
    { path: `holidays.${date}`, code: 'invalid_date' },
  ]);
  expect(calendarProblems(calendarWith({ exceptions: { [date]: [] } }))).toEqual([
    { path: `exceptions.${date}`, code: 'invalid_date' },
  ]);
});

test('29 February is a date in a leap year', () => {
  expect(calendarProblems(calendarWith({ holidays: { '2028-02-29': 'Día bisiesto' } }))).toEqual([]);
});

test.each([' ', 'x'.repeat(201)])('a holiday needs a name of sensible length', (name) => {
  expect(calendarProblems(calendarWith({ holidays: { '2026-12-25': name } }))).toEqual([
    { path: 'holidays.2026-12-25', code: 'invalid_name' },
  ]);
});

test('a weekday that is missing or does not exist is named', () => {
  const week = Object.entries(calendarWith().weekly).filter(([weekday]) => weekday !== '7');
  const weekly = { ...Object.fromEntries(week), '8': day } as unknown as Calendar['weekly'];
  expect(calendarProblems(calendarWith({ weekly }))).toEqual([
    { path: 'weekly.8', code: 'unknown_weekday' },
    { path: 'weekly.7', code: 'missing_weekday' },
  ]);
});

test('sizes are bounded', () => {
  const slots = Array.from({ length: 25 }, (_, index) => ({
    from: `09:${String(index).padStart(2, '0')}`,
    to: `09:${String(index + 1).padStart(2, '0')}`,
  }));
  expect(calendarProblems(mondayWith(...slots))).toEqual([{ path: 'weekly.1', code: 'too_many' }]);
  const holidays = repeated(2001, (index) => [dateAt(index), 'Fiesta']);
  expect(calendarProblems(calendarWith({ holidays }))).toEqual([{ path: 'holidays', code: 'too_many' }]);
  const exceptions = repeated<Interval[]>(2001, (index) => [dateAt(index), []]);
  expect(calendarProblems(calendarWith({ exceptions }))).toEqual([{ path: 'exceptions', code: 'too_many' }]);
});

test('every problem is reported, not only the first', () => {
  const holidays = { '2026-02-30': '' };
  expect(calendarProblems(calendarWith({ timeZone: 'Nowhere', holidays })).map(({ code }) => code)).toEqual([
    'unknown_time_zone',
    'invalid_date',
    'invalid_name',
  ]);
});
