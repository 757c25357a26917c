import { Button } from '@mantine/core';
import { IconTicketOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useTicket } from '../../../ui/query/use-ticket';
import { useTicketEvents } from '../../../ui/query/use-ticket-events';
import { Page } from '../../../ui/shell/page';
import { TICKET_PAGE } from './messages';
import { TicketView } from './ticket-view';

/** One ticket, open or closed, as the client sees it; live. */
export function TicketPage(): ReactElement {
  const { folio = '' } = useParams();
  // Another ticket is another page: nothing that was being written may cross over.
  return <OneTicket key={folio} folio={folio} />;
}

function OneTicket({ folio }: { folio: string }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const ticket = useTicket(folio);
  const events = useTicketEvents(folio);
  const problem = ticket.error ?? events.error;
  // Before what was fetched earlier: somebody who has been taken off the ticket sees it no more.
  if (ticket.error?.code === 'not_found' || ticket.error?.code === 'invalid_request')
    return <NotFoundTicket folio={folio} />;
  if (ticket.data !== undefined && events.data !== undefined)
    return <TicketView ticket={ticket.data} events={events.data} />;
  return (
    <Page title={ticket.data?.subject ?? t('ticket.loading', { folio })}>
      {problem === null ? (
        <ListSkeleton rows={6} />
      ) : (
        <ErrorState
          problem={problem}
          onRetry={() => void Promise.all([ticket.refetch(), events.refetch()])}
        />
      )}
    </Page>
  );
}

/** Also what somebody else's ticket looks like. */
export function NotFoundTicket({ folio }: { folio: string }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  return (
    <Page title={t('ticket.notFound', { folio })}>
      <EmptyState
        icon={<IconTicketOff size={32} aria-hidden />}
        action={
          <Button component={Link} to="/">
            {t('ticket.toList')}
          </Button>
        }
      >
        {t('ticket.notFound.body')}
      </EmptyState>
    </Page>
  );
}
