import { useQuery } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import { queryKeys } from '../../../ui/query/query-keys';
import type { View } from './use-queue-search';

/** How many tickets each view holds; none until it is known. Below the lists' key, so that it changes with them. */
export function useViewCounts(): Partial<Record<View, number>> {
  const { data } = useQuery({
    queryKey: [...queryKeys.lists, 'views'],
    queryFn: async ({ signal }) => (await api.GET('/tickets/views', { signal })).data ?? { items: [] },
  });
  return Object.fromEntries((data?.items ?? []).map(({ view, count }) => [view, count]));
}
