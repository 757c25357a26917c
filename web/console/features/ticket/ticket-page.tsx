import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useTicket } from '../../../ui/query/use-ticket';
import { MESSAGES } from './messages';
import { TicketPane } from './ticket-pane';
import classes from './ticket.module.css';

/** The ticket of the address, open or closed. */
export function TicketPage(): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio = '' } = useParams();
  const ticket = useTicket(folio);
  if (ticket.data !== undefined) return <TicketPane key={folio} ticket={ticket.data} />;
  return (
    <div className={classes['waiting']}>
      {ticket.error === null && <ListSkeleton rows={6} />}
      {ticket.error?.code === 'not_found' && (
        <EmptyState role="alert">{t('ticket.notFound', { folio })}</EmptyState>
      )}
      {ticket.error !== null && ticket.error.code !== 'not_found' && (
        <ErrorState problem={ticket.error} onRetry={() => void ticket.refetch()} />
      )}
    </div>
  );
}
