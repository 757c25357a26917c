import { Text } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { text } from './event-data';
import { PlainText } from './plain-text';

/** A call about the ticket; its place is when it was recorded, its time when it was made. */
export function CallEntry({ event, who }: { event: TicketEvent; who: string }): ReactElement {
  const { t } = useMessages();
  const { data } = event;
  const [number, minutes] = [text(data['number']), Number(data['minutes'])];
  return (
    <Entry
      kind="call"
      icon={IconPhone}
      label={t('ui.entry.call')}
      who={who}
      at={text(data['at']) || event.at}
      anchor={anchorOf(event)}
    >
      <Text size="sm">
        {data['outcome'] === 'answered'
          ? t('ui.call.answered', { number, minutes })
          : t('ui.call.no_answer', { number })}
        {data['clientReplied'] === true && ` · ${t('ui.call.clientReplied')}`}
      </Text>
      <PlainText>{text(data['summary'])}</PlainText>
    </Entry>
  );
}
