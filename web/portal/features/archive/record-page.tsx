import type { ReactElement } from 'react';
import { Navigate, useParams } from 'react-router';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useArchived } from '../../../ui/query/use-archive';
import { Page } from '../../../ui/shell/page';
import { TicketView } from '../ticket/ticket-view';
import { ARCHIVE_PAGE } from './messages';

/** The whole record of a closed ticket, to be read only. */
export function RecordPage(): ReactElement {
  const { t } = useMessages(ARCHIVE_PAGE);
  const { folio = '' } = useParams();
  const record = useArchived(folio);
  if (record.data !== undefined)
    return <TicketView key={folio} ticket={record.data} events={record.data.events} />;
  // Not closed, or not there: the ticket's own page knows which.
  if (record.error?.code === 'not_found') return <Navigate to={`/tickets/${folio}`} replace />;
  return (
    <Page title={t('archive.folio', { folio })}>
      {record.error === null ? (
        <ListSkeleton rows={6} />
      ) : (
        <ErrorState problem={record.error} onRetry={() => void record.refetch()} />
      )}
    </Page>
  );
}
