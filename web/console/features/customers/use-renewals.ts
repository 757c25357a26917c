import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { ORGANIZATIONS, type Organization } from './use-organizations';

type Registration = components['schemas']['Registration'];

export interface Many {
  organizations: Organization[];
  /** Whether there are others that were not looked at. */
  more: boolean;
}

const MOST_PAGES = 20;
const PAGE = 100;

/** Customers, all of them unless there are very many. */
export function useManyOrganizations(): UseQueryResult<Many, ApiProblem> {
  return useQuery({
    queryKey: [...ORGANIZATIONS, 'many'],
    queryFn: async ({ signal }) => {
      const organizations: Organization[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
        const { data } = await api.GET('/organizations', { params: { query }, signal });
        organizations.push(...(data?.items ?? []));
        cursor = data?.nextCursor ?? undefined;
        if (cursor === undefined) break;
      }
      return { organizations, more: cursor !== undefined };
    },
  });
}

/** Registrations that did not go through for a contract that is not in force, undecided or refused. */
export function useHeldRegistrations(): UseQueryResult<Registration[], ApiProblem> {
  return useQuery({
    queryKey: ['registrations', 'held'],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(
        (['waiting_approval', 'refused'] as const).map((state) =>
          api.GET('/registrations', { params: { query: { state, limit: PAGE } }, signal }),
        ),
      );
      return lists
        .flatMap(({ data }) => data?.items ?? [])
        .filter(({ waitingFor }) => waitingFor === 'contract_not_in_force');
    },
  });
}
