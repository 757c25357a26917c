import { IconCreditCard } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { eventSentence, type Speech } from './event-sentence';

/** The money of a remote session has moved; how much stands with the session. */
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
      {eventSentence(event, speech)}
    </Entry>
  );
}
