import { Title } from '@mantine/core';
import { useId, useRef, type ReactElement } from 'react';
import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { StatusBadge } from '../../../ui/badges/status-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { namesOf } from '../../../ui/timeline/names';
import { Timeline } from '../../../ui/timeline/timeline';
import { ClosedCard } from './closed-card';
import { Composer } from './composer';
import { TICKET_PAGE } from './messages';
import { NextStepCard } from './next-step-card';
import { TicketActions } from './ticket-actions';
import { TicketData } from './ticket-data';
import classes from './ticket.module.css';
import { useAnchor } from './use-anchor';

/** The conversation with the one clear next action above it, and all that is known of the ticket beside it. */
export function TicketView({
  ticket,
  events,
}: {
  ticket: Ticket;
  events: readonly TicketEvent[];
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const viewer = useViewer();
  const catalog = useCatalog().data;
  const heading = useId();
  const composer = useRef<HTMLTextAreaElement>(null);
  useAnchor();
  const { folio, subject, status, priority } = ticket;
  const names = namesOf(ticket, { t, viewerId: viewer.id, type: (id) => typeLabel(catalog, id) });
  const write = (): void => {
    composer.current?.focus();
    composer.current?.scrollIntoView({ block: 'center' });
  };
  return (
    <Page title={subject} actions={<TicketActions ticket={ticket} />}>
      <div className={classes['marks']}>
        <span className={classes['folio']}>{t('ticket.folio', { folio })}</span>
        <StatusBadge status={status} />
        {priority !== null && <PriorityBadge priority={priority} />}
      </div>
      <div className={classes['columns']}>
        <div className={classes['talk']}>
          {status === 'closed' ? (
            <ClosedCard ticket={ticket} />
          ) : (
            <NextStepCard ticket={ticket} onWrite={write} />
          )}
          <section aria-labelledby={heading}>
            <Title order={2} size="h4" mb="sm" id={heading}>
              {t('ui.conversation')}
            </Title>
            <Timeline events={events} names={names} viewerId={viewer.id} />
          </section>
          <Composer ticket={ticket} events={events} names={names} field={composer} />
        </div>
        <TicketData ticket={ticket} />
      </div>
    </Page>
  );
}
