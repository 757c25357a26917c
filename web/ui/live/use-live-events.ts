import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from '../query/query-keys';
import { hearLiveNews } from './live-channel';
import type { LiveNews } from './live-source';

/** A burst of events is one fetch. */
const GATHER_MS = 250;

/** Has whatever changes at the service fetched again where it is shown. Once per page: the shell does it. */
export function useLiveEvents(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    const gathered: LiveNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    hearLiveNews((news) => {
      // Few and small, and each second counts for who is about to answer the same client.
      if (news.kind === 'presence') {
        void queries.invalidateQueries({ queryKey: queryKeys.presence(news.folio) });
        return;
      }
      gathered.push(news);
      timer ??= setTimeout(() => {
        timer = undefined;
        fetchAgain(queries, gathered.splice(0));
      }, GATHER_MS);
    }, stop.signal);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [queries]);
}

function fetchAgain(queries: QueryClient, gathered: readonly LiveNews[]): void {
  const stale = (queryKey: readonly unknown[]): void => void queries.invalidateQueries({ queryKey });
  if (gathered.some(({ kind }) => kind === 'resync')) return void queries.invalidateQueries();
  if (gathered.some(({ kind }) => kind === 'session')) stale(queryKeys.remoteSessions);
  const tickets = gathered.filter((news) => news.kind === 'ticket');
  if (tickets.length === 0) return;
  for (const folio of new Set(tickets.map((news) => news.folio))) stale(queryKeys.ofTicket(folio));
  stale(queryKeys.lists);
  if (tickets.some(({ type }) => type === 'closed')) stale(queryKeys.archives);
}
