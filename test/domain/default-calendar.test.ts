import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarProblems } from '../../src/domain/calendar';
import { DEFAULT_CALENDAR, statutoryRestDays } from '../../src/domain/default-calendar';

const { statutoryRestDays: official } = JSON.parse(
  readFileSync(join(__dirname, '../data/business-time.json'), 'utf8'),
) as { statutoryRestDays: Record<string, Record<string, string>> };

test.each(Object.entries(official))('rest days of %s, names and order', (year, days) => {
  expect(Object.entries(statutoryRestDays(Number(year)))).toEqual(Object.entries(days));
});

test('1 October is a rest day every six years from 2024, 1 December never', () => {
  const years = Array.from({ length: 35 }, (_, index) => 2012 + index);
  const resting = (day: string): number[] =>
    years.filter((year) => Object.hasOwn(statutoryRestDays(year), `${year}-${day}`));
  expect(resting('10-01')).toEqual([2024, 2030, 2036, 2042]);
  expect(resting('12-01')).toEqual([]);
});

test('a rest day on a weekend is not moved', () => {
  const days = statutoryRestDays(2027);
  expect(days['2027-05-01']).toBe('Día del Trabajo'); // a Saturday
  expect(days['2027-04-30']).toBeUndefined();
  expect(days['2027-05-03']).toBeUndefined();
});

test('movable rest days are Mondays', () => {
  for (let year = 2019; year <= 2046; year++) {
    const movable = Object.keys(statutoryRestDays(year)).filter((date) => /-(02|03|11)-/.test(date));
    expect(movable.map((date) => new Date(date).getUTCDay())).toEqual([1, 1, 1]);
  }
});

test('the default calendar is sound and holds every rest day of 2024 to 2046', () => {
  expect(calendarProblems(DEFAULT_CALENDAR)).toEqual([]);
  expect(DEFAULT_CALENDAR).toMatchObject({ id: 'mx', version: 1, timeZone: 'America/Mexico_City' });
  const expected = Array.from({ length: 23 }, (_, index) => 2024 + index).flatMap((year) =>
    Object.entries(statutoryRestDays(year)),
  );
  expect(Object.entries(DEFAULT_CALENDAR.holidays)).toEqual(expected);
  expect(expected).toHaveLength(23 * 7 + 4);
});

test('the default week is Monday to Friday, nine to six', () => {
  const day = [{ from: '09:00', to: '18:00' }];
  expect(DEFAULT_CALENDAR.weekly).toEqual({
    '1': day,
    '2': day,
    '3': day,
    '4': day,
    '5': day,
    '6': [],
    '7': [],
  });
});
