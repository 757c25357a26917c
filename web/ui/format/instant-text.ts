import { localeOf, type Language } from '../i18n/language';
import { cityOf, viewerTimeZone } from './time-zone';

/**
 * An instant as people read it: "lunes 30 de noviembre de 2026, 14:05 h (hora de Ciudad de México)". Seconds are cut,
 * so that a limit never reads later than it is.
 */
export function instantText(
  instant: string,
  language: Language = 'es',
  timeZone: string = viewerTimeZone(),
): string {
  const { weekday, day, month, year, hour, minute } = partsOf(instant, language, timeZone);
  if (language === 'en')
    return `${weekday}, ${month} ${day}, ${year}, ${hour}:${minute} (${cityOf(timeZone)} time)`;
  return `${weekday} ${day} de ${month} de ${year}, ${hour}:${minute} h (hora de ${cityOf(timeZone)})`;
}

/** Short, for lists and the timeline: "30 nov 2026, 14:05". */
export function shortInstantText(
  instant: string,
  language: Language = 'es',
  timeZone: string = viewerTimeZone(),
): string {
  return formatFor('short', language, timeZone).format(Date.parse(instant));
}

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';

function partsOf(instant: string, language: Language, timeZone: string): Record<Part, string> {
  const parts = formatFor('whole', language, timeZone).formatToParts(Date.parse(instant));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<Part, string>;
}

const FIELDS = {
  whole: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes far longer than using it. */
function formatFor(form: keyof typeof FIELDS, language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${form} ${language} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    ...FIELDS[form],
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(key, made);
  return made;
}
