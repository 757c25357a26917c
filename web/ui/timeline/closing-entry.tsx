import { IconArchive } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { text } from './event-data';
import { eventSentence } from './event-sentence';
import type { Speech } from './speech';
import { PlainText } from './plain-text';

/** The last word of a ticket. */
export function ClosingEntry({ event, speech }: { event: TicketEvent; speech: Speech }): ReactElement {
  const { t } = useMessages();
  const message = text(event.data['message']);
  return (
    <Entry
      kind="closing"
      icon={IconArchive}
      label={t('ui.entry.closing')}
      who={speech.names.actor(event.actor)}
      at={event.at}
      anchor={anchorOf(event)}
    >
      <div>{eventSentence(event, speech)}</div>
      {message !== '' && <PlainText>{message}</PlainText>}
    </Entry>
  );
}
