import { Alert, Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useParams } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Read } from '../../parts/read';
import { ServiceSection } from '../../parts/service-section';
import { BeginDialog } from './begin-dialog';
import { CalendarEditor } from './calendar-editor';
import { CalendarLinks } from './calendar-links';
import { CALENDARS_MESSAGES } from './messages';
import { useCalendar } from './use-calendar';

/** The service's own; others by their id. */
const SERVICE_CALENDAR = 'mx';

/** A calendar as it holds now, and what it would be. */
export function CalendarPage(): ReactElement {
  const { t } = useMessages(CALENDARS_MESSAGES);
  const { id = SERVICE_CALENDAR } = useParams();
  const calendar = useCalendar(id);
  const [begins, setBegins] = useState(false);
  const manages = useViewer().role === 'admin';
  return (
    <ServiceSection
      title={t('calendars.title', { id })}
      intro={t('calendars.intro')}
      actions={manages && <Button onClick={() => setBegins(true)}>{t('calendars.begin')}</Button>}
    >
      <CalendarLinks id={id} />
      <Read query={calendar}>
        {(data) => (
          <>
            <Text fw={600} mb="md">
              {t('calendars.version', { version: data.version })}
            </Text>
            {!manages && <Alert mb="md">{t('calendars.readOnly')}</Alert>}
            <CalendarEditor key={data.id} calendar={data} manages={manages} />
          </>
        )}
      </Read>
      {begins && <BeginDialog from={id} onClose={() => setBegins(false)} />}
    </ServiceSection>
  );
}
