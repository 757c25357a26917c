const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at an instant in a zone, as `YYYY-MM-DD`: contracts end with a day, not with an instant. */
export function localDate(at: Date, timeZone: string): string {
  return formatOf(timeZone).format(at);
}

/** Making a format loads the zone's rules, which costs more than a whole request otherwise takes. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}
