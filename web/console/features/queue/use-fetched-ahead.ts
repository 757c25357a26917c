import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ticketEventsQuery } from '../../../ui/query/use-ticket-events';

/** Who only passes through the list asks for nothing ahead. */
const STAY_MS = 200;

/** Has a ticket's conversation there before somebody goes on to it. */
export function useFetchedAhead(folio: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (folio === undefined) return undefined;
    const timer = setTimeout(() => void queries.prefetchQuery(ticketEventsQuery(folio)), STAY_MS);
    return () => clearTimeout(timer);
  }, [queries, folio]);
}
