import { IconMessage, IconTicket, IconUserQuestion } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { AttachmentLinks } from '../attachments/attachment-links';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { PlainText } from './plain-text';
import { files, text } from './event-data';

const ICONS = { message: IconMessage, question: IconUserQuestion, registered: IconTicket } as const;

/** What was written for everybody on the ticket: its registration, a message, a question. */
export function MessageEntry({
  event,
  who,
  own,
}: {
  event: TicketEvent;
  who: string;
  own: boolean;
}): ReactElement {
  const { t } = useMessages();
  const { type, data } = event;
  const sort = type === 'registered' ? 'registered' : data['awaitsClient'] === true ? 'question' : 'message';
  return (
    <Entry
      kind={own ? 'own' : 'message'}
      icon={ICONS[sort]}
      label={t(`ui.entry.${sort}`)}
      who={who}
      at={event.at}
      anchor={anchorOf(event)}
    >
      <PlainText>{text(data[type === 'registered' ? 'description' : 'body'])}</PlainText>
      <AttachmentLinks files={files(data['attachments'])} />
    </Entry>
  );
}
