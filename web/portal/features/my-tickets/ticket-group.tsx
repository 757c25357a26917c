import { Button, Group, Text, Title } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Pages } from '../../../ui/query/use-pages';
import { TicketList } from '../../parts/ticket-list';
import { MY_TICKETS_PAGE } from './messages';
import classes from './my-tickets.module.css';
import { TicketCard } from './ticket-card';

/** The tickets at which it is the client's turn, or support's; page by page. */
export function TicketGroup({
  group,
  pages,
  hideEmpty,
}: {
  group: 'client' | 'support';
  pages: Pages<Ticket>;
  hideEmpty: boolean;
}): ReactElement | null {
  const { t } = useMessages(MY_TICKETS_PAGE);
  const id = useId();
  const { items, problem, hasMore, isFetchingMore, more, again } = pages;
  if (hideEmpty && items?.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Group gap="xs" mb="sm">
        <Title order={2} size="h4" id={id}>
          {t(`myTickets.group.${group}`)}
        </Title>
        {items !== undefined && items.length > 0 && (
          <span className={classes['count']}>
            {items.length}
            {hasMore && '+'}
          </span>
        )}
      </Group>
      {items === undefined && problem === null && <ListSkeleton rows={3} />}
      {items === undefined && problem !== null && <ErrorState problem={problem} onRetry={again} />}
      {items?.length === 0 && <Text c="dimmed">{t(`myTickets.none.${group}`)}</Text>}
      {items !== undefined && items.length > 0 && (
        <TicketList>
          {items.map((ticket) => (
            <TicketCard key={ticket.folio} ticket={ticket} />
          ))}
        </TicketList>
      )}
      {hasMore && (
        <Button mt="sm" variant="default" loading={isFetchingMore} onClick={more}>
          {t('ui.more')}
        </Button>
      )}
    </section>
  );
}
