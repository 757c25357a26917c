import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApiProblem } from '../api/api-problem';
import type { Catalog } from '../api/types';
import { queryKeys } from './query-keys';

const FRESH_MS = 10 * 60_000;

/** Ticket types, priorities, products and what the service does not include. */
export function useCatalog(): UseQueryResult<Catalog, ApiProblem> {
  return useQuery({
    queryKey: queryKeys.catalog,
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => (await api.GET('/catalog', { signal })).data as Catalog,
  });
}

/** The name of a ticket type; its id until the catalog is there, or when it is of an earlier one. */
export function typeLabel(catalog: Catalog | undefined, id: string): string {
  return catalog?.types.find((type) => type.id === id)?.label ?? id;
}

/** The name of a product, likewise. */
export function productName(catalog: Catalog | undefined, id: string): string {
  return catalog?.products.find((product) => product.id === id)?.name ?? id;
}
