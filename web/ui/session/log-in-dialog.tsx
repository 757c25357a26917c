import { Modal, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Who } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { LogInForm } from './log-in-form';
import { useViewer } from './viewer';

/** The log-in over a page whose session has ended; there is no way around it. */
export function LogInDialog({ onDone }: { onDone: (who: Who) => void }): ReactElement {
  const { t } = useMessages();
  const { email } = useViewer();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('ui.expired.title')}
      zIndex={500}
    >
      <Text mb="md">{t('ui.expired.body')}</Text>
      <LogInForm email={email} onDone={onDone} />
    </Modal>
  );
}
