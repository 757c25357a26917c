import { localeOf, type Language } from '../i18n/language';

/** "3 mar 2027" of a calendar day, which has no zone. */
export function plainDayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(Date.parse(`${day}T12:00:00.000Z`));
}
