/** ISO weekday: "1" is Monday, "7" is Sunday. */
export type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';

/** Wall times "HH:MM" of the calendar's zone, [from, to). `to` may be "24:00"; a shift over midnight is two intervals. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/**
 * Service hours in one IANA zone. Dates are local, "YYYY-MM-DD". A holiday closes its day; an exception replaces the
 * day's hours (an empty list closes it) and wins over a holiday. Treat it as a value: to change hours, make a new object.
 */
export interface Calendar {
  readonly timeZone: string;
  readonly weekly: Readonly<Record<Weekday, readonly Interval[]>>;
  readonly holidays: Readonly<Record<string, string>>;
  readonly exceptions: Readonly<Record<string, readonly Interval[]>>;
}

export type VersionedCalendar = Calendar & { readonly id: string; readonly version: number };

export type CalendarProblemCode =
  | 'unknown_time_zone'
  | 'missing_weekday'
  | 'unknown_weekday'
  | 'invalid_time'
  | 'empty_interval'
  | 'unsorted_intervals'
  | 'overlapping_intervals'
  | 'invalid_date'
  | 'invalid_name'
  | 'too_many'
  | 'no_open_hours';

/** `path` is dotted, as in "weekly.1.0.from" or "holidays.2026-02-30". */
export interface CalendarProblem {
  readonly path: string;
  readonly code: CalendarProblemCode;
}

export const WEEKDAYS: readonly Weekday[] = ['1', '2', '3', '4', '5', '6', '7'];

/** The years business time reckons with; a search for working time ends where they end. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2299;

const MAX_INTERVALS_PER_DAY = 24;
const MAX_DATES = 2000;
const MAX_NAME_LENGTH = 200;
const MAX_ZONE_LENGTH = 64;

/**
 * Everything that keeps a calendar from being used; empty when it is sound. Expects the shape of `Calendar` (the HTTP
 * contract checks it) and judges the values.
 */
export function calendarProblems(calendar: Calendar): CalendarProblem[] {
  const { timeZone, weekly, holidays, exceptions } = calendar;
  return [
    ...(isKnownZone(timeZone) ? [] : [problem('timeZone', 'unknown_time_zone')]),
    ...weeklyProblems(weekly),
    ...holidayProblems(holidays),
    ...exceptionProblems(exceptions),
    ...(hasOpenMinute(calendar) ? [] : [problem('weekly', 'no_open_hours')]),
  ];
}

// A fixed offset such as "-06:00" may be known to Intl, but a place's rules can change and an offset's can not follow.
function isKnownZone(timeZone: string): boolean {
  if (timeZone.length > MAX_ZONE_LENGTH || !/^[A-Za-z]/.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
    return true;
  } catch {
    return false;
  }
}

function weeklyProblems(weekly: Calendar['weekly']): CalendarProblem[] {
  const unknown = Object.keys(weekly).filter((key) => !WEEKDAYS.includes(key as Weekday));
  const missing = WEEKDAYS.filter((day) => !Object.hasOwn(weekly, day));
  const present = WEEKDAYS.filter((day) => Object.hasOwn(weekly, day));
  return [
    ...unknown.map((key) => problem(`weekly.${key}`, 'unknown_weekday')),
    ...missing.map((day) => problem(`weekly.${day}`, 'missing_weekday')),
    ...present.flatMap((day) => dayProblems(`weekly.${day}`, weekly[day])),
  ];
}

function holidayProblems(holidays: Calendar['holidays']): CalendarProblem[] {
  const dates = Object.entries(holidays);
  if (dates.length > MAX_DATES) return [problem('holidays', 'too_many')];
  return dates.flatMap(([date, name]) => [
    ...(isRealDate(date) ? [] : [problem(`holidays.${date}`, 'invalid_date')]),
    ...(name.trim() === '' || name.length > MAX_NAME_LENGTH
      ? [problem(`holidays.${date}`, 'invalid_name')]
      : []),
  ]);
}

function exceptionProblems(exceptions: Calendar['exceptions']): CalendarProblem[] {
  const dates = Object.entries(exceptions);
  if (dates.length > MAX_DATES) return [problem('exceptions', 'too_many')];
  return dates.flatMap(([date, intervals]) => [
    ...(isRealDate(date) ? [] : [problem(`exceptions.${date}`, 'invalid_date')]),
    ...dayProblems(`exceptions.${date}`, intervals),
  ]);
}

function dayProblems(path: string, intervals: readonly Interval[]): CalendarProblem[] {
  if (intervals.length > MAX_INTERVALS_PER_DAY) return [problem(path, 'too_many')];
  return intervals.flatMap((interval, index) => {
    const here = `${path}.${index}`;
    const invalid = [
      ...(isOpening(interval.from) ? [] : [problem(`${here}.from`, 'invalid_time')]),
      ...(isClosing(interval.to) ? [] : [problem(`${here}.to`, 'invalid_time')]),
    ];
    if (invalid.length > 0) return invalid;
    if (interval.from >= interval.to) return [problem(here, 'empty_interval')];
    return orderProblems(here, intervals[index - 1], interval);
  });
}

// "HH:MM" sorts as text the way it sorts as time.
function orderProblems(path: string, previous: Interval | undefined, interval: Interval): CalendarProblem[] {
  if (previous === undefined || interval.from >= previous.to) return [];
  return [problem(path, interval.from < previous.from ? 'unsorted_intervals' : 'overlapping_intervals')];
}

function hasOpenMinute({ weekly, exceptions }: Calendar): boolean {
  return [...Object.values(weekly), ...Object.values(exceptions)]
    .flat()
    .some(({ from, to }) => isOpening(from) && isClosing(to) && from < to);
}

function isOpening(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

function isClosing(time: string): boolean {
  return time === '24:00' || isOpening(time);
}

function isRealDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) return false;
  return at.getUTCFullYear() >= FIRST_YEAR && at.getUTCFullYear() <= LAST_YEAR;
}

function problem(path: string, code: CalendarProblemCode): CalendarProblem {
  return { path, code };
}
