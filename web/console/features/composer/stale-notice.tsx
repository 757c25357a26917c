import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Timeline } from '../../../ui/timeline/timeline';
import { useNames } from '../ticket/use-names';
import classes from './composer.module.css';
import { MESSAGES } from './messages';

/** Holds a text back until its writer has read what happened meanwhile. */
export function StaleNotice({
  ticket,
  news,
  onRead,
}: {
  ticket: Ticket;
  news: readonly TicketEvent[];
  onRead: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const viewer = useViewer();
  const names = useNames(ticket);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not be taken for a clean-up.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Alert
      ref={box}
      role="alert"
      color="orange"
      variant="outline"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('composer.stale.title')}
      styles={{ title: { color: 'var(--tone-warning)' } }}
    >
      <Text size="sm" mb="xs">
        {t('composer.stale.body')}
      </Text>
      <div className={classes['news']}>
        <Timeline events={news} names={names} viewerId={viewer.id} />
      </div>
      <Button size="compact-md" mt="xs" onClick={onRead}>
        {t('composer.stale.read')}
      </Button>
    </Alert>
  );
}
