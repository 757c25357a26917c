import { Kbd, Modal, Switch, Table, Text } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { areLettersEnabled, enableLetters, onChange, registeredShortcuts, shortcutFor } from './shortcuts';

/** Listens to the keyboard for the whole page, and shows what it can do with `?`. */
export function ShortcutSheet(): ReactElement {
  const { t } = useMessages();
  const [opened, setOpened] = useState(false);
  const shortcuts = useSyncExternalStore(onChange, registeredShortcuts);
  const enabled = useSyncExternalStore(onChange, areLettersEnabled);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const shortcut = shortcutFor(event);
      if (shortcut) {
        event.preventDefault();
        shortcut.run();
      } else if (event.key === '?' && !isField(event.target)) setOpened(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
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
                <Kbd>{key.replace('mod+', 'Ctrl ')}</Kbd>
              </Table.Th>
              <Table.Td>{label}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
