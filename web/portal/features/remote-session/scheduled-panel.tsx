import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { AppointmentChange } from './appointment-change';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import type { RemoteSession } from './remote-session';
import { Until } from './until';

/** The appointment: when it is, from when on one can join, and until when it can be moved. */
export function ScheduledPanel({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSION_PAGE);
  const { slot, instants, platform } = session;
  if (slot === null) return null;
  return (
    <Panel lead title={t('remoteSession.scheduled')}>
      <Text size="lg" fw={700}>
        <Instant at={slot.startsAt} />
      </Text>
      <Until at={instants.accessOpensAt} label={t(`remoteSession.accessFrom.${platform}`)} />
      <Text>{t(`remoteSession.prepare.${platform}`)}</Text>
      <AppointmentChange session={session} />
    </Panel>
  );
}
