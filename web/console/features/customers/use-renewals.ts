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
      const { items: organizations, more } = await manyOf<Organization>((query) =>
        api.GET('/organizations', { params: { query }, signal }),
      );
      return { organizations, more };
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
          manyOf<Registration>((query) =>
            api.GET('/registrations', { params: { query: { state, ...query } }, signal }),
          ),
        ),
      );
      return lists
        .flatMap(({ items }) => items)
        .filter(({ waitingFor }) => waitingFor === 'contract_not_in_force');
    },
  });
}

/** A list page after page, until its end or more pages than anybody looks through. */
async function manyOf<Item>(
  fetchPage: (query: {
    limit: number;
    cursor?: string;
  }) => Promise<{ data?: { items: Item[]; nextCursor: string | null } }>,
): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { data } = await fetchPage({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
    items.push(...(data?.items ?? []));
    cursor = data?.nextCursor ?? undefined;
    if (cursor === undefined) break;
  }
  return { items, more: cursor !== undefined };
}
