import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useReturnedFocus } from '../../../ui/shortcuts/use-returned-focus';

interface Asked {
  title: string;
  /** On the button that does it. */
  send: string;
  color?: 'red';
  busy: boolean;
  onClose: () => void;
  onSend: () => void;
  children: ReactNode;
}

/** A dialog with a form in it: what is asked, its answer, and the way back. */
export function AskDialog({ opened, ...asked }: Asked & { opened: boolean }): ReactElement | null {
  return opened ? <OpenDialog {...asked} /> : null;
}

function OpenDialog({ title, send, color, busy, onClose, onSend, children }: Asked): ReactElement {
  const { t } = useMessages();
  useReturnedFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      // Nothing written goes away by a slip of the hand.
      closeOnClickOutside={false}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={busy} {...(color === undefined ? {} : { color })}>
              {send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
