import { Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { cityOf } from '../../../ui/format/time-zone';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCalendars } from '../../parts/use-calendars';
import { CALENDARS_MESSAGES } from './messages';

/** The calendars that there are, each a step away. */
export function CalendarLinks({ id: shown }: { id: string }): ReactElement {
  const { t } = useMessages(CALENDARS_MESSAGES);
  const calendars = useCalendars() ?? [];
  return (
    <Group component="nav" aria-label={t('calendars.list')} gap="xs" mb="lg">
      {calendars.map(({ id, version, timeZone }) => (
        <Button
          key={id}
          component={Link}
          to={`/calendarios/${id}`}
          size="compact-md"
          variant={id === shown ? 'outline' : 'default'}
          {...(id === shown && { 'aria-current': 'page' })}
        >
          {t('calendars.line', { id, version, city: cityOf(timeZone) })}
        </Button>
      ))}
    </Group>
  );
}
