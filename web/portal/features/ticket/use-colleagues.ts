import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useViewer } from '../../../ui/session/viewer';
import { fetchEvery } from '../../parts/fetch-every';

type Listed = components['schemas']['Colleague'];
export type Colleague = Pick<Listed, 'id' | 'name' | 'branch'>;

/** Everybody else of the own customer who has an account, by name. */
export function useColleagues(): UseQueryResult<readonly Colleague[], ApiProblem> {
  const viewer = useViewer();
  return useQuery<readonly Colleague[], ApiProblem>({
    queryKey: ['colleagues', 'every'],
    queryFn: async ({ signal }) => {
      const everybody = await fetchEvery<Listed>(
        async (query) => (await api.GET('/colleagues', { params: { query }, signal })).data,
      );
      // Who administers the company sees the accounts that have been ended, too.
      return everybody.filter(({ id, active }) => active && id !== viewer.id);
    },
  });
}
