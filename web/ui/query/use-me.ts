import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { Person } from '../api/types';
import { queryKeys } from './query-keys';

/** Own profile and contact data, as they are now. */
export function useMe(): UseQueryResult<Person, ApiProblem> {
  return useQuery({
    queryKey: queryKeys.me,
    queryFn: async ({ signal }) => (await api.GET('/me', { signal })).data as Person,
  });
}
