import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { Ticket } from '../api/types';
import { queryKeys } from './query-keys';

/** A ticket, open or closed; never an older one than has been shown. */
export function useTicket(folio: string): UseQueryResult<Ticket, ApiProblem> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: queryKeys.ticket(folio),
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<Ticket>(queryKeys.ticket(folio))?.version;
      const query = known === undefined ? {} : { minVersion: known };
      const { data } = await api.GET('/tickets/{folio}', { params: { path: { folio }, query }, signal });
      return data as Ticket;
    },
  });
}
