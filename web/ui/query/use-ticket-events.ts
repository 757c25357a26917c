import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { TicketEvent } from '../api/types';
import { queryKeys } from './query-keys';

const PAGE = 100;

/** The whole timeline of a ticket, oldest first; without internal notes for clients. */
export function useTicketEvents(folio: string): UseQueryResult<TicketEvent[], ApiProblem> {
  return useQuery(ticketEventsQuery(folio));
}

/** The same, to be fetched before it is shown. */
export function ticketEventsQuery(folio: string): {
  queryKey: ReturnType<typeof queryKeys.events>;
  queryFn: (asked: { signal: AbortSignal }) => Promise<TicketEvent[]>;
} {
  return { queryKey: queryKeys.events(folio), queryFn: ({ signal }) => everyEvent(folio, signal) };
}

async function everyEvent(folio: string, signal: AbortSignal): Promise<TicketEvent[]> {
  const events: TicketEvent[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const { data } = await api.GET('/tickets/{folio}/events', { params: { path: { folio }, query }, signal });
    events.push(...(data?.items ?? []));
    cursor = data?.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return events;
}
