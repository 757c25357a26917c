import { localeOf, type Language } from '../../../ui/i18n/language';

const DAY_MS = 86_400_000;

/** "3 mar 2027" of a calendar day, which has no zone. */
export function plainDayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(`${day}T12:00:00.000Z`));
}

/** Whole days from today to a day; negative when it has passed. */
export function daysUntil(day: string, now = Date.now()): number {
  return Math.ceil((Date.parse(`${day}T23:59:59.000Z`) - now) / DAY_MS) - 1;
}
