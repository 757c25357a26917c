import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import type { ApiProblem } from '../../../ui/api/api-problem';
import type { components } from '../../../ui/api/schema';
import { queryKeys } from '../../../ui/query/query-keys';

export type Agent = components['schemas']['Agent'];

/** Agents with their load, which changes with the tickets: hence below the lists' key. */
export const AGENTS_KEY = [...queryKeys.lists, 'agents'] as const;
const MOST = 100;

/** Who takes tickets, by name. The first hundred. */
export function useAgents(): UseQueryResult<Agent[], ApiProblem> {
  return useQuery({
    queryKey: AGENTS_KEY,
    queryFn: async ({ signal }) => {
      const { data } = await api.GET('/agents', { params: { query: { limit: MOST } }, signal });
      return data?.items ?? [];
    },
  });
}
