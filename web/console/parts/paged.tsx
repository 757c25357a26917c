import { Button, Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { EmptyState } from '../../ui/feedback/empty-state';
import { ErrorState } from '../../ui/feedback/error-state';
import { ListSkeleton } from '../../ui/feedback/page-skeleton';
import { useMessages } from '../../ui/i18n/use-messages';
import type { Pages } from '../../ui/query/use-pages';

/** A list that grows: on its way, refused, empty with a word on why, or there with "show more". */
export function Paged<Item>({
  pages,
  empty,
  children,
}: {
  pages: Pages<Item>;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}): ReactElement {
  const { t } = useMessages();
  const { items, problem, hasMore, isFetchingMore, more, again } = pages;
  if (items === undefined)
    return problem ? <ErrorState problem={problem} onRetry={again} /> : <ListSkeleton />;
  if (items.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <Stack align="flex-start">
      {children(items)}
      {hasMore && (
        <Button variant="default" onClick={more} loading={isFetchingMore}>
          {t('ui.more')}
        </Button>
      )}
    </Stack>
  );
}
