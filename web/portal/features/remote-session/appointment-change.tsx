import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';
import { SlotPicker } from './slot-picker';

/** Another time, while there is still time for it. */
export function AppointmentChange({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSION_PAGE);
  const [isChanging, setIsChanging] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const was = useRef(isChanging);
  useEffect(() => {
    // The button that had the focus has made room for the times, or the times for the button.
    if (was.current !== isChanging) box.current?.focus();
    was.current = isChanging;
  }, [isChanging]);
  const { actions, instants } = session;
  if (!actions.includes('choose_slot')) return null;
  return (
    <div ref={box} tabIndex={-1} className={classes['change']}>
      {isChanging ? (
        <SlotPicker session={session} onDone={() => setIsChanging(false)} />
      ) : (
        <>
          <Button variant="default" onClick={() => setIsChanging(true)}>
            {t('remoteSession.change')}
          </Button>
          {instants.moveUntil !== null && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('remoteSession.change.until')} <Instant at={instants.moveUntil} />
            </Text>
          )}
        </>
      )}
    </div>
  );
}
