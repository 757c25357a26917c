import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { SESSION_EXPIRED } from '../api/client';
import type { Who } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { queryKeys } from '../query/query-keys';
import { useApplication } from './application';
import { LogInForm } from './log-in-form';
import { useViewer } from './viewer';

/** Asks for a log-in over the page when the session has ended, so that nothing on the page is lost. */
export function LogInOverlay(): ReactElement {
  const { t } = useMessages();
  const { basename } = useApplication();
  const viewer = useViewer();
  const queries = useQueryClient();
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    const ask = (): void => setExpired(true);
    window.addEventListener(SESSION_EXPIRED, ask);
    return () => window.removeEventListener(SESSION_EXPIRED, ask);
  }, []);
  const goOn = (who: Who): void => {
    // Somebody else must not find the first one's page.
    if (who.user.id !== viewer.id) return location.assign(basename);
    setExpired(false);
    queries.setQueryData(queryKeys.who, who);
    void queries.invalidateQueries();
  };
  return (
    <Modal
      opened={expired}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('ui.expired.title')}
      zIndex={500}
    >
      <Text mb="md">{t('ui.expired.body')}</Text>
      <LogInForm email={viewer.email} onDone={goOn} />
    </Modal>
  );
}
