import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { Deadline } from '../api/types';
import { queryKeys } from './query-keys';

/** How the instant of the automatic closing was counted; asked for only while `enabled`. */
export function useDeadline(folio: string, enabled = true): UseQueryResult<Deadline, ApiProblem> {
  return useQuery({
    queryKey: queryKeys.deadline(folio),
    enabled,
    queryFn: async ({ signal }) => {
      const { data } = await api.GET('/tickets/{folio}/deadline', { params: { path: { folio } }, signal });
      return data as Deadline;
    },
  });
}
