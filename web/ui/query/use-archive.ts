import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { paths } from '../api/schema';
import type { ArchivedTicket, Ticket } from '../api/types';
import { queryKeys } from './query-keys';
import { usePages, type Pages } from './use-pages';

export type ArchiveFilters = Omit<NonNullable<paths['/archive']['get']['parameters']['query']>, 'cursor'>;

/** Closed tickets within reach, the last closed first, page by page. */
export function useArchive(filters: ArchiveFilters = {}): Pages<Ticket> {
  return usePages(queryKeys.archive(filters), async (cursor, signal) => {
    const query = { ...filters, ...cursor };
    const { data } = await api.GET('/archive', { params: { query }, signal });
    return data;
  });
}

/** The whole record of a closed ticket, with its events. */
export function useArchived(folio: string): UseQueryResult<ArchivedTicket, ApiProblem> {
  return useQuery({
    queryKey: queryKeys.archived(folio),
    queryFn: async ({ signal }) => {
      const { data } = await api.GET('/archive/{folio}', { params: { path: { folio } }, signal });
      return data as ArchivedTicket;
    },
  });
}
