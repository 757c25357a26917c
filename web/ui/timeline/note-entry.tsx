import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { strings, text } from './event-data';
import type { Names } from './names';
import { PlainText } from './plain-text';

/** Of support, for support: told apart by tint, lock and words. */
export function NoteEntry({ event, names }: { event: TicketEvent; names: Names }): ReactElement {
  const { t } = useMessages();
  const mentions = strings(event.data['mentions']);
  return (
    <Entry
      kind="note"
      icon={IconLock}
      label={t('ui.entry.note')}
      hint={t('ui.entry.note.only')}
      who={names.actor(event.actor)}
      at={event.at}
      anchor={anchorOf(event)}
    >
      <PlainText>{text(event.data['body'])}</PlainText>
      {mentions.length > 0 && (
        <Text size="sm" mt="xs">
          {t('ui.entry.mentions', { names: mentions.map(names.person).join(', ') })}
        </Text>
      )}
    </Entry>
  );
}
