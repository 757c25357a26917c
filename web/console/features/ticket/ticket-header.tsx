import { ActionIcon, Title } from '@mantine/core';
import { IconArrowLeft, IconUser } from '@tabler/icons-react';
import type { ReactElement, ReactNode, Ref } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { StatusBadge } from '../../../ui/badges/status-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES as QUEUE_MESSAGES } from '../queue/messages';
import { Timer } from '../queue/timer';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';

/** What the ticket is, how it stands, who attends it. */
export function TicketHeader({
  ticket,
  list,
  heading,
  children,
}: {
  ticket: Ticket;
  /** Address of the list that it was opened from. */
  list: string;
  heading: Ref<HTMLHeadingElement>;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const back = useMessages(QUEUE_MESSAGES).t('queue.back');
  const { folio, subject, status, priority, assignee, organization } = ticket;
  return (
    <header className={classes['header']}>
      <div className={classes['titleLine']}>
        <ActionIcon
          component={Link}
          to={list}
          variant="subtle"
          color="gray"
          aria-label={back}
          title={back}
          className={classes['back'] ?? ''}
        >
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <Title order={1} size="h4" ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
          {subject}
        </Title>
      </div>
      <div className={classes['badges']}>
        <span className={classes['number']}>{t('ticket.name', { folio })}</span>
        <StatusBadge status={status} />
        <PriorityBadge priority={priority} />
        <Timer ticket={ticket} />
        <span className={classes['who']}>
          <IconUser size="1.1em" aria-hidden />
          {assignee === null
            ? t('ticket.unassigned')
            : t('ticket.attends', { agent: assignee.name ?? assignee.id })}
        </span>
        <span className={classes['who']}>{organization.name ?? organization.id}</span>
      </div>
      {children}
    </header>
  );
}
