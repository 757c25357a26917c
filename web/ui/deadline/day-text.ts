import { localeOf, type Language } from '../i18n/language';

/** "lunes 30 de noviembre" in a zone. */
export function dayText(instant: string, language: Language, timeZone: string): string {
  const text = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(Date.parse(instant));
  return language === 'es' ? text.replace(',', '') : text;
}

/** "09:00–18:00 h" in a zone. */
export function spanText(from: string, to: string, language: Language, timeZone: string): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const span = `${format.format(Date.parse(from))}–${format.format(Date.parse(to))}`;
  return language === 'es' ? `${span} h` : span;
}
