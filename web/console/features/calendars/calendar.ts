import type { components } from '../../../ui/api/schema';

export type Calendar = components['schemas']['Calendar'];
export type Span = { from: string; to: string };

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

const MINUTES = 60;
const DAY_MS = 86_400_000;

export interface DayPlan {
  date: string;
  spans: readonly Span[];
  /** Of the holiday that closes it. */
  holiday: string | null;
}

/** What holds on a date: an exception before a holiday, a holiday before the week. */
export function planOf(calendar: Calendar, date: string): DayPlan {
  const exception = calendar.exceptions[date];
  if (exception !== undefined) return { date, spans: exception, holiday: null };
  const holiday = calendar.holidays[date];
  if (holiday !== undefined) return { date, spans: [], holiday };
  const weekday = String(((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1);
  return { date, spans: calendar.weekly[weekday] ?? [], holiday: null };
}

/** The days from a date on. */
export function daysFrom(date: string, count: number): string[] {
  const first = Date.parse(`${date}T12:00:00Z`);
  return Array.from({ length: count }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
}

/** Today in the calendar's zone. */
export function todayIn(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}

/** Business hours of an ordinary week. */
export function weeklyHours({ weekly }: Calendar): number {
  const minutes = Object.values(weekly)
    .flat()
    .reduce((sum, { from, to }) => sum + Math.max(0, minuteOf(to) - minuteOf(from)), 0);
  return Math.round((minutes / MINUTES) * 100) / 100;
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return Number.isNaN(hour + minute) ? 0 : hour * MINUTES + minute;
}
