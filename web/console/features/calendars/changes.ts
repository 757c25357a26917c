import type { Language } from '../../../ui/i18n/language';
import type { MessageKey } from '../../../ui/i18n/messages';
import type { Translate } from '../../../ui/i18n/use-messages';
import type { Change } from '../../parts/overtaken';
import { WEEKDAYS, type Calendar, type Span } from './calendar';
import { dayName } from './day-name';
import type { CALENDARS_MESSAGES } from './messages';

interface Words {
  t: Translate<MessageKey<typeof CALENDARS_MESSAGES>>;
  language: Language;
}

/** What one version of a calendar says otherwise than another, in words. */
export function changesOf(before: Calendar, after: Calendar, { t, language }: Words): Change[] {
  const hours = (spans: readonly Span[] | undefined): string =>
    spans === undefined
      ? ''
      : spans.map(({ from, to }) => `${from}–${to}`).join(', ') || t('calendars.closed');
  const ofDates = (path: 'holidays' | 'exceptions', worded: (calendar: Calendar, date: string) => string) =>
    [...new Set([...Object.keys(before[path]), ...Object.keys(after[path])])].sort().map((date) => ({
      path: `${path}.${date}`,
      name: `${t(`calendars.${path}`)}: ${dayName(date, language)}`,
      before: worded(before, date),
      after: worded(after, date),
    }));
  const all: Change[] = [
    { path: 'timeZone', name: t('calendars.timeZone'), before: before.timeZone, after: after.timeZone },
    ...WEEKDAYS.map((day) => ({
      path: `weekly.${day}`,
      name: t(`calendars.day.${day}`),
      before: hours(before.weekly[day] ?? []),
      after: hours(after.weekly[day] ?? []),
    })),
    ...ofDates('holidays', ({ holidays }, date) => holidays[date] ?? ''),
    ...ofDates('exceptions', ({ exceptions }, date) => hours(exceptions[date])),
  ];
  return all.filter((change) => change.before !== change.after);
}
