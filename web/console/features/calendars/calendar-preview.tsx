import { Paper, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { daysFrom, planOf, todayIn, weeklyHours, type Calendar } from './calendar';
import classes from './calendar.module.css';
import { dayName } from './day-name';
import { CALENDARS_MESSAGES } from './messages';

const DAYS = 14;

/** The next days as they would be, before anything is saved. */
export function CalendarPreview({ calendar }: { calendar: Calendar }): ReactElement {
  const { t, language } = useMessages(CALENDARS_MESSAGES);
  return (
    <Paper component="section" withBorder p="md" aria-label={t('calendars.preview')}>
      <Title order={2} size="h4">
        {t('calendars.preview')}
      </Title>
      <Text mb="sm">{t('calendars.preview.week', { hours: weeklyHours(calendar) })}</Text>
      <ul className={classes['list']}>
        {daysFrom(firstDay(calendar), DAYS).map((date) => {
          const { spans, holiday } = planOf(calendar, date);
          const hours = spans.map(({ from, to }) => `${from}–${to}`).join(', ');
          return (
            <li key={date}>
              <span>{dayName(date, language)}</span>
              <Text component="span" inherit {...(hours === '' && { c: 'dimmed' })}>
                {holiday ?? (hours === '' ? t('calendars.closed') : `${hours} h`)}
              </Text>
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}

/** Today; in UTC while the zone is being typed and is none yet. */
function firstDay({ timeZone }: Calendar): string {
  try {
    return todayIn(timeZone);
  } catch {
    return todayIn('UTC');
  }
}
