import { localeOf, type Language } from '../../../ui/i18n/language';

/** "lun 30 nov 2026" of a calendar date, which has no zone. */
export function dayName(date: string, language: Language): string {
  const at = Date.parse(`${date}T12:00:00.000Z`);
  if (Number.isNaN(at)) return date;
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);
}
