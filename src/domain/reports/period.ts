/** How finely a report over time is divided. */
export const REPORT_STEPS = ['day', 'week', 'month'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** What a report over time tells apart. */
export const REPORT_GROUPS = ['type', 'priority', 'product', 'organization'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** Three years with a leap day: the widest range of one report. */
export const MAX_REPORT_DAYS = 1096;

/** First and last day, both counted whole. */
export interface Period {
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** A calendar date so many days later, or earlier. @param day ISO 8601, e.g. `2026-11-30` */
export function plusDays(day: string, days: number): string {
  return dateAt(Date.parse(day) + days * DAY_MS);
}

/** How many days a period counts. */
export function daysIn({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** Every day of a period, in order. */
export function eachDay(period: Period): string[] {
  return Array.from({ length: Math.max(0, daysIn(period)) }, (_none, index) => plusDays(period.from, index));
}

/** The first day of the step in which a day lies; weeks begin on Monday (ISO 8601). */
export function stepStart(day: string, by: ReportStep): string {
  if (by === 'day') return day;
  if (by === 'month') return `${day.slice(0, 7)}-01`;
  const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  return plusDays(day, -sinceMonday);
}

/** A period in steps without gaps; the first and the last are cut where it begins and ends. */
export function stepsOf(period: Period, by: ReportStep): Period[] {
  const steps: Period[] = [];
  let start = '';
  for (const day of eachDay(period)) {
    const own = stepStart(day, by);
    const last = steps.at(-1);
    if (last && own === start) last.to = day;
    else steps.push({ from: day, to: day });
    start = own;
  }
  return steps;
}

function dateAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
