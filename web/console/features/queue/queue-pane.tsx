import { Button, Group, Kbd, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Pages } from '../../../ui/query/use-pages';
import { useActions } from './actions';
import { BulkBar } from './bulk-bar';
import { MESSAGES } from './messages';
import { QueueFilters } from './queue-filters';
import { QueueRow } from './queue-row';
import classes from './queue.module.css';
import { VIEWS, type QueueSearch } from './use-queue-search';
import { toView, ViewLinks } from './view-links';

/** The list of tickets: views, search, filters, and what is done with several at once. */
export function QueuePane({
  search,
  tickets,
  open,
  goesTo,
  to,
  move,
  toTicket,
  onPalette,
}: {
  search: QueueSearch;
  tickets: Pages<Ticket>;
  /** The folio of the ticket that is shown. */
  open: string | undefined;
  /** Said before the ticket is shown. */
  goesTo: (folio: string) => void;
  to: (folio: string) => string;
  move: (step: 1 | -1) => void;
  /** Past the list, to the ticket that is open beside it. */
  toTicket: () => void;
  onPalette: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const navigate = useNavigate();
  const { items } = tickets;
  const field = useRef<HTMLInputElement>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const toggle = useCallback(
    (folio: string): void =>
      setSelected((all) => (all.includes(folio) ? all.filter((each) => each !== folio) : [...all, folio])),
    [],
  );
  const shown = selected.filter((folio) => items?.some((ticket) => ticket.folio === folio) ?? false);
  useActions([
    { id: 'next', key: 'j', label: t('queue.next'), run: () => move(1) },
    { id: 'previous', key: 'k', label: t('queue.previous'), run: () => move(-1) },
    { id: 'search', key: '/', label: t('queue.search'), run: () => field.current?.focus() },
    { id: 'pick', key: 'x', label: t('queue.pick'), run: () => open !== undefined && toggle(open) },
    { id: 'register', label: t('queue.register'), run: () => void navigate('/registrar') },
    ...VIEWS.map((view) => ({
      id: `view-${view}`,
      label: t('queue.goTo', { view: t(`queue.view.${view}`) }),
      run: () => void navigate(toView(view)),
    })),
  ]);
  const isNarrowed = search.narrowed > 0 || search.of('q') !== '';
  return (
    <section className={classes['pane']} aria-label={t('queue.list')}>
      <div className={classes['top']}>
        {open !== undefined && (
          <Button size="compact-sm" className={classes['past'] ?? ''} onClick={toTicket}>
            {t('queue.toTicket', { folio: open })}
          </Button>
        )}
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Title order={open === undefined ? 1 : 2} size="h4">
            {t('queue.title')}
          </Title>
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              className={classes['shortcut'] ?? ''}
              aria-label={t('queue.palette')}
              title={t('queue.palette')}
              onClick={onPalette}
            >
              <Kbd size="xs">Ctrl K</Kbd>
            </Button>
            <Button
              component={Link}
              to="/registrar"
              size="compact-sm"
              variant="light"
              leftSection={<IconPlus size={14} aria-hidden />}
              title={t('queue.register')}
            >
              {t('queue.register.short')}
            </Button>
          </Group>
        </Group>
        <ViewLinks view={search.view} />
        <QueueFilters search={search} field={field} />
        <BulkBar folios={shown} onDone={() => setSelected([])} />
      </div>
      <div className={classes['scroll']}>
        {items === undefined && tickets.problem && (
          <ErrorState problem={tickets.problem} onRetry={tickets.again} />
        )}
        {items === undefined && !tickets.problem && <ListSkeleton rows={8} />}
        {items?.length === 0 && (
          <EmptyState>{t(isNarrowed ? 'queue.empty.filtered' : `queue.empty.${search.view}`)}</EmptyState>
        )}
        {items !== undefined && items.length > 0 && (
          <ul className={classes['list']}>
            {items.map((ticket) => (
              <QueueRow
                key={ticket.folio}
                ticket={ticket}
                to={to(ticket.folio)}
                active={ticket.folio === open}
                selected={selected.includes(ticket.folio)}
                onSelect={toggle}
                onOpen={goesTo}
              />
            ))}
          </ul>
        )}
        {tickets.hasMore && (
          <Button variant="default" fullWidth loading={tickets.isFetchingMore} onClick={tickets.more}>
            {t('ui.more')}
          </Button>
        )}
      </div>
    </section>
  );
}
