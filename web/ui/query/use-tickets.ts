import { api } from '../api/client';
import type { paths } from '../api/schema';
import type { Ticket } from '../api/types';
import { queryKeys } from './query-keys';
import { usePages, type Pages } from './use-pages';

export type TicketFilters = Omit<NonNullable<paths['/tickets']['get']['parameters']['query']>, 'cursor'>;

/** Open tickets within reach, page by page. */
export function useTickets(filters: TicketFilters = {}): Pages<Ticket> {
  return usePages(queryKeys.tickets(filters), async (cursor, signal) => {
    const query = { ...filters, ...cursor };
    const { data } = await api.GET('/tickets', { params: { query }, signal });
    return data;
  });
}
