import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Outlet, useLocation, useNavigate, useParams } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useTickets } from '../../../ui/query/use-tickets';
import { useApplication } from '../../../ui/session/application';
import { useShortcuts } from '../../../ui/shortcuts/use-shortcuts';
import { CommandPalette } from './command-palette';
import { fetchTicketPage } from './fetch-ticket-page';
import { MESSAGES } from './messages';
import { QueuePane } from './queue-pane';
import classes from './queue.module.css';
import type { DeskOutlet } from './use-desk';
import { useFetchedAhead } from './use-fetched-ahead';
import { useQueueSearch } from './use-queue-search';

/** The agent's desk: the list beside the ticket that is worked on. */
export function Desk(): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { title } = useApplication();
  const search = useQueueSearch();
  const tickets = useTickets(search.filters);
  const open = useParams()['folio'];
  const { search: query } = useLocation();
  const navigate = useNavigate();
  const [palette, setPalette] = useState(false);
  const { items } = tickets;
  useEffect(() => {
    if (open === undefined) document.title = `${t('queue.title')} · ${title}`;
  }, [open, t, title]);
  const desk = useRoomBelow();
  useEffect(() => {
    // It is asked for again when a ticket is opened.
    fetchTicketPage().catch(() => undefined);
  }, []);
  const to = (folio: string): string => `/tickets/${folio}${query}`;
  const goesTo = useCallback((folio: string): void => setAhead({ from: open, folio }), [open]);
  const show = (ticket: Ticket | undefined): void => {
    if (ticket === undefined) return;
    goesTo(ticket.folio);
    void navigate(to(ticket.folio), { replace: open !== undefined });
  };
  // The list is ahead of the pane: who goes through it sees at once where they are.
  const [ahead, setAhead] = useState<{ from: string | undefined; folio: string }>();
  useEffect(() => setAhead(undefined), [open]);
  const active = ahead !== undefined && ahead.from === open ? ahead.folio : open;
  const at = items?.findIndex(({ folio }) => folio === active) ?? -1;
  const move = (step: 1 | -1): void => show(items?.[at === -1 ? 0 : at + step]);
  useFetchedAhead(at === -1 ? undefined : items?.[at + 1]?.folio);
  const list = `/${query}`;
  const toNext = useRef<() => void>(() => undefined);
  useEffect(() => {
    toNext.current = () => {
      const following = items?.[at + 1];
      if (following === undefined) void navigate(list);
      else show(following);
    };
  });
  // The same as long as the list is, so that the ticket is not drawn anew with each step through the list.
  const outlet = useMemo<DeskOutlet>(() => ({ list, next: () => toNext.current() }), [list]);
  useShortcuts([{ key: 'mod+k', label: t('queue.palette'), run: () => setPalette(true) }]);
  return (
    <div ref={desk} className={classes['desk']} data-open={open !== undefined || undefined}>
      <QueuePane
        search={search}
        tickets={tickets}
        open={active}
        goesTo={goesTo}
        to={to}
        move={move}
        toTicket={() => document.querySelector<HTMLElement>('h1[tabindex]')?.focus()}
        onPalette={() => setPalette(true)}
      />
      <Outlet context={outlet} />
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
    </div>
  );
}

/** Panes scroll by themselves where there is room for several: each is as high as what the frame leaves. */
function useRoomBelow(): (element: HTMLDivElement | null) => void {
  const shown = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = shown.current;
      if (element === null) return;
      const top = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('--room', `calc(100dvh - ${Math.ceil(top)}px)`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return (element) => void (shown.current = element);
}
