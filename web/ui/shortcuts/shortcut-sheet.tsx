import { Kbd, Modal, Switch, Table, Text } from '@mantine/core';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useReturnedFocus } from './use-returned-focus';
import { areLettersEnabled, enableLetters, onChange, registeredShortcuts } from './shortcuts';

/** What the keyboard can do here, and the switch for single letters. */
export function ShortcutSheet({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useMessages();
  useReturnedFocus();
  const shortcuts = useSyncExternalStore(onChange, registeredShortcuts);
  const enabled = useSyncExternalStore(onChange, areLettersEnabled);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('ui.shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Text mb="sm">{t('ui.shortcuts.hint')}</Text>
      <Switch
        mb="sm"
        label={t('ui.shortcuts.enabled')}
        checked={enabled}
        onChange={(event) => enableLetters(event.currentTarget.checked)}
      />
      {shortcuts.length === 0 && <Text>{t('ui.shortcuts.none')}</Text>}
      <Table>
        <Table.Tbody>
          {shortcuts.map(({ key, label }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row">
                <Kbd style={{ whiteSpace: 'nowrap' }}>{key.replace('mod+', 'Ctrl ')}</Kbd>
              </Table.Th>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
