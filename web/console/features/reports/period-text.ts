import { localeOf, type Language } from '../../../ui/i18n/language';
import type { Step } from './use-reports';

/** "3 nov", "3–9 nov" or "noviembre de 2026" of days that have no zone. */
export function periodText({ from, to }: { from: string; to: string }, by: Step, language: Language): string {
  const format = new Intl.DateTimeFormat(
    localeOf(language),
    by === 'month'
      ? { timeZone: 'UTC', month: 'short', year: 'numeric' }
      : { timeZone: 'UTC', day: 'numeric', month: 'short' },
  );
  const [first, last] = [from, to].map((day) => Date.parse(`${day}T12:00:00.000Z`)) as [number, number];
  return by === 'week' ? format.formatRange(first, last) : format.format(first);
}
