import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { Ticket } from '../api/types';
import { queryKeys } from './query-keys';

/** Long ago: what a list told is shown, and asked for anew at once. */
const STALE_AT = 1;

/** A ticket, open or closed; what a list knows of it until it is there, and never an older one than has been shown. */
export function useTicket(folio: string): UseQueryResult<Ticket, ApiProblem> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: queryKeys.ticket(folio),
    initialData: () => listed(queries, folio),
    initialDataUpdatedAt: STALE_AT,
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<Ticket>(queryKeys.ticket(folio))?.version;
      const query = known === undefined ? {} : { minVersion: known };
      const { data } = await api.GET('/tickets/{folio}', { params: { path: { folio }, query }, signal });
      return data as Ticket;
    },
  });
}

/** The newest that any list of tickets holds. Other things are kept below the lists' key too. */
function listed(queries: QueryClient, folio: string): Ticket | undefined {
  return queries
    .getQueriesData<{ pages?: readonly { items: readonly Ticket[] }[] }>({ queryKey: queryKeys.lists })
    .flatMap(([, list]) => list?.pages ?? [])
    .flatMap(({ items }) => items.filter((ticket) => ticket.folio === folio))
    .reduce<Ticket | undefined>(
      (newest, ticket) => (newest !== undefined && newest.version >= ticket.version ? newest : ticket),
      undefined,
    );
}
