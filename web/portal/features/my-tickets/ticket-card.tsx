import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { StatusBadge } from '../../../ui/badges/status-badge';
import { Countdown } from '../../../ui/format/countdown';
import { shortInstantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { TicketListItem } from '../../parts/ticket-list';
import { nextStepOf } from '../ticket/next-step';
import { useNextSentence } from '../ticket/use-next-sentence';
import { MY_TICKETS_PAGE } from './messages';
import classes from './my-tickets.module.css';

/** One ticket: what it is about, in which state, what happens next and by when. */
export function TicketCard({ ticket }: { ticket: Ticket }): ReactElement {
  const { t, language } = useMessages(MY_TICKETS_PAGE);
  const viewer = useViewer();
  const sentence = useNextSentence();
  const { folio, subject, status, requester, updatedAt, autoCloseAt } = ticket;
  const step = nextStepOf(ticket);
  const facts = [
    t('myTickets.card.folio', { folio }),
    ...(requester.id === viewer.id ? [] : [t('myTickets.card.requester', { name: requester.name ?? '—' })]),
    t('myTickets.card.updated', { when: shortInstantText(updatedAt, language) }),
  ];
  return (
    <TicketListItem
      to={`/tickets/${folio}`}
      subject={subject}
      order={3}
      mark={<StatusBadge status={status} />}
      facts={facts}
      turn={step.turn}
    >
      <Text mt={4}>
        {sentence(step)}
        {autoCloseAt !== null && (
          <span className={classes['left']}>
            <Countdown to={autoCloseAt} />
          </span>
        )}
      </Text>
    </TicketListItem>
  );
}
