import { Button, Stack } from '@mantine/core';
import { IconArchive, IconSearchOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useArchive } from '../../../ui/query/use-archive';
import { Page } from '../../../ui/shell/page';
import { TicketList } from '../../parts/ticket-list';
import { ArchiveFilterBar } from './archive-filter-bar';
import { ClosedTicketCard } from './closed-ticket-card';
import classes from './archive.module.css';
import { FILTERS, filtersIn, type FilterName } from './filters';
import { ARCHIVE_PAGE } from './messages';

/** Every closed ticket within reach, the last closed first. */
export function ArchivePage(): ReactElement {
  const { t } = useMessages(ARCHIVE_PAGE);
  const [params, setParams] = useSearchParams();
  const { items, problem, hasMore, isFetchingMore, more, again } = useArchive(filtersIn(params));
  const filtered = FILTERS.some((name) => params.has(name));
  const change = (name: FilterName, value: string): void =>
    setParams(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const clear = (): void => setParams({}, { replace: true });
  return (
    <Page title={t('archive.title')}>
      <Stack gap="lg">
        {(filtered || items === undefined || items.length > 0) && (
          <ArchiveFilterBar params={params} onChange={change} onClear={filtered ? clear : undefined} />
        )}
        {items === undefined && problem === null && <ListSkeleton />}
        {items === undefined && problem !== null && <ErrorState problem={problem} onRetry={again} />}
        {items?.length === 0 && filtered && (
          <EmptyState
            role="status"
            icon={<IconSearchOff size={32} aria-hidden />}
            action={<Button onClick={clear}>{t('archive.clear')}</Button>}
          >
            {t('archive.noMatch')}
          </EmptyState>
        )}
        {items?.length === 0 && !filtered && (
          <EmptyState
            icon={<IconArchive size={32} aria-hidden />}
            action={
              <Button component={Link} to="/">
                {t('archive.empty.action')}
              </Button>
            }
          >
            {t('archive.empty')}
          </EmptyState>
        )}
        {items !== undefined && items.length > 0 && (
          <TicketList label={t('archive.list')}>
            {items.map((ticket) => (
              <ClosedTicketCard key={ticket.folio} ticket={ticket} />
            ))}
          </TicketList>
        )}
        {hasMore && (
          <Button variant="default" loading={isFetchingMore} onClick={more} className={classes['more'] ?? ''}>
            {t('ui.more')}
          </Button>
        )}
      </Stack>
    </Page>
  );
}
