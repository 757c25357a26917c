import type { LocalDate } from '../coverage/contract';

const MAX_ZONES = 64;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at an instant in a zone: contracts end, and reports count, with a day and not with an instant. */
export function localDate(at: Date, timeZone: string): LocalDate {
  return formatOf(timeZone).format(at);
}

/** Making a format loads the zone's rules, which costs more than a whole request otherwise takes. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  if (formats.size >= MAX_ZONES) formats.clear();
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  // Of all languages this one writes a date as ISO 8601 does.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...parts });
  formats.set(timeZone, format);
  return format;
}
