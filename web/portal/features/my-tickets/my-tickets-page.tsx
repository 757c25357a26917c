// The chosen segment's own sheet, which the kit does not bring.
import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Pages } from '../../../ui/query/use-pages';
import { useTickets } from '../../../ui/query/use-tickets';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { FirstSteps } from './first-steps';
import { MY_TICKETS_PAGE } from './messages';
import { NoMatch } from './no-match';
import classes from './my-tickets.module.css';
import { SearchBox } from '../../parts/search-box';
import { nextStepOf } from '../ticket/next-step';
import { TicketGroup } from './ticket-group';

const GROUPS = ['client', 'support'] as const;
type Group = (typeof GROUPS)[number];

/** Open tickets: those at which it is the client's turn first, each with what happens next and by when. */
export function MyTicketsPage(): ReactElement {
  const { t } = useMessages(MY_TICKETS_PAGE);
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const shown = GROUPS.find((group) => group === params.get('estado')) ?? null;
  const change = (name: string, value: string): void =>
    setParams(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const search = q === '' ? {} : { q };
  const lists = byTurn(
    useTickets({ ...search, status: 'waiting_client', sort: 'closing' }),
    useTickets({ ...search, status: 'waiting_support', sort: 'updated' }),
  );
  const visible: readonly Group[] = shown === null ? GROUPS : [shown];
  const isEmpty = visible.every((group) => lists[group].items?.length === 0);
  const isNew = isEmpty && q === '' && shown === null;
  const title =
    viewer.role === 'client_admin' && viewer.organization !== null
      ? t('myTickets.title.organization', { organization: viewer.organization.name })
      : t('myTickets.title');
  return (
    <Page
      title={title}
      width="wide"
      actions={
        // The first steps end in the same button.
        !isNew && (
          <Button component={Link} to="/tickets/nuevo" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('myTickets.register')}
          </Button>
        )
      }
    >
      <Stack gap="lg">
        {!isNew && (
          <div className={classes['tools']}>
            <SearchBox
              label={t('myTickets.search')}
              placeholder={t('myTickets.search.placeholder')}
              value={q}
              onChange={(value) => change('q', value)}
            />
            <SegmentedControl
              className={classes['filter'] ?? ''}
              aria-label={t('myTickets.show')}
              value={shown ?? 'all'}
              onChange={(value) => change('estado', value === 'all' ? '' : value)}
              data={(['all', ...GROUPS] as const).map((value) => ({
                value,
                label: t(`myTickets.show.${value}`),
              }))}
            />
          </div>
        )}
        {isEmpty && q !== '' ? (
          <NoMatch q={q} onClear={() => change('q', '')} />
        ) : isNew ? (
          <FirstSteps />
        ) : (
          visible.map((group) => (
            <TicketGroup key={group} group={group} pages={lists[group]} hideEmpty={q !== ''} />
          ))
        )}
      </Stack>
    </Page>
  );
}

/** A paid session asks something of the client, whatever the ticket's state. */
function byTurn(waitingClient: Pages<Ticket>, waitingSupport: Pages<Ticket>): Record<Group, Pages<Ticket>> {
  const isClients = (ticket: Ticket): boolean => nextStepOf(ticket).turn === 'client';
  const theirs = waitingSupport.items?.filter(isClients) ?? [];
  return {
    client: {
      ...waitingClient,
      ...(waitingClient.items && { items: [...waitingClient.items, ...theirs] }),
    },
    support: {
      ...waitingSupport,
      ...(waitingSupport.items && { items: waitingSupport.items.filter((ticket) => !isClients(ticket)) }),
    },
  };
}
