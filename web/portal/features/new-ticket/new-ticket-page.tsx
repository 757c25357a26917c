import type { ReactElement } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { useMe } from '../../../ui/query/use-me';
import { Page } from '../../../ui/shell/page';
import { NEW_TICKET_PAGE } from './messages';
import { Registration } from './registration';

/** Registers a ticket; opened by itself, from the product's Menú > Ayuda, or to follow a closed one. */
export function NewTicketPage(): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const [params] = useSearchParams();
  const location = useLocation();
  const catalog = useCatalog();
  const me = useMe();
  const given = params.get('follows') ?? '';
  const follows = /^[1-9]\d{0,17}$/.test(given) ? given : '';
  const title = follows === '' ? t('newTicket.title') : t('newTicket.title.follows', { folio: follows });
  if (catalog.data !== undefined && me.data !== undefined)
    return (
      <Registration
        // Each visit starts from its own address: another topic is another draft.
        key={location.key}
        title={title}
        catalog={catalog.data}
        me={me.data}
        follows={follows}
        params={params}
        description={carried(location.state)}
      />
    );
  const problem = catalog.error ?? me.error;
  return (
    <Page title={title} width="text">
      {problem === null ? (
        <ListSkeleton rows={6} />
      ) : (
        <ErrorState problem={problem} onRetry={() => void Promise.all([catalog.refetch(), me.refetch()])} />
      )}
    </Page>
  );
}

/** What was written as a reply to a ticket that had closed. */
function carried(state: unknown): string {
  const description = (state as { description?: unknown } | null)?.description;
  return typeof description === 'string' ? description : '';
}
