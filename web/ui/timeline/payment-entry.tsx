import { Text } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { sessionSentence } from './event-sentence';
import type { Speech } from './speech';
import { moneyLines } from './money-lines';

/** The money of a remote session has moved: how much, and for support what it is known by. */
export function PaymentEntry({ event, speech }: { event: TicketEvent; speech: Speech }): ReactElement {
  const { t } = useMessages();
  return (
    <Entry
      kind="payment"
      icon={IconCreditCard}
      label={t('ui.entry.payment')}
      who={speech.names.actor(event.actor)}
      at={event.at}
      anchor={anchorOf(event)}
    >
      <Text>{sessionSentence(event.data, speech)}</Text>
      {moneyLines(event, speech).map(({ seq, sentence, details }) => (
        <div key={seq}>
          <Text fw={600}>{sentence}</Text>
          {details !== null && (
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {details}
            </Text>
          )}
        </div>
      ))}
    </Entry>
  );
}
