import { localeOf, type Language } from '../../../ui/i18n/language';
import { viewerTimeZone } from '../../../ui/format/time-zone';

/** The viewer's day of an instant, as `2026-11-30`. */
export function dayOf(instant: string, timeZone: string = viewerTimeZone()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.parse(instant));
}

/** "lun 30 nov". */
export function dayText(instant: string, language: Language, timeZone: string = viewerTimeZone()): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
    .formatToParts(Date.parse(instant))
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value)
    .join(' ');
}

/** "14:05". */
export function hourText(instant: string, language: Language, timeZone: string = viewerTimeZone()): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(instant));
}
