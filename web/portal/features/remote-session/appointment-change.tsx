import { Button, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import type { RemoteSession } from './remote-session';
import { SlotPicker } from './slot-picker';

/** Another time, while there is still time for it. */
export function AppointmentChange({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSION_PAGE);
  const [isChanging, setIsChanging] = useState(false);
  const { actions, instants } = session;
  if (!actions.includes('choose_slot')) return null;
  if (isChanging) return <SlotPicker session={session} onDone={() => setIsChanging(false)} />;
  return (
    <div>
      <Button variant="default" onClick={() => setIsChanging(true)}>
        {t('remoteSession.change')}
      </Button>
      {instants.moveUntil !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('remoteSession.change.until')} <Instant at={instants.moveUntil} />
        </Text>
      )}
    </div>
  );
}
