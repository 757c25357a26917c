import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { Who } from '../api/types';
import { queryKeys } from '../query/query-keys';

/** Who is logged in; `unauthenticated` when nobody is. */
export function useWho(): UseQueryResult<Who, ApiProblem> {
  return useQuery({
    queryKey: queryKeys.who,
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await api.GET('/session', { signal })).data as Who,
  });
}

/** Who is logged in, as far as the page has asked already; for pages that need no log-in. */
export function useKnownWho(): Who | undefined {
  return useQuery<Who, ApiProblem>({ queryKey: queryKeys.who, enabled: false }).data;
}
