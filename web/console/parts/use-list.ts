import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../ui/api/api-problem';
import { usePages, type Page, type Pages } from '../../ui/query/use-pages';

type Asked = { cursor?: string; signal: AbortSignal };

/** A list of the service under its query key, page by page. */
export function useList<Item>(
  queryKey: readonly unknown[],
  fetchPage: (asked: Asked) => Promise<{ data?: unknown }>,
): Pages<Item> {
  return usePages<Item>(queryKey, async (cursor, signal) => {
    const { data } = await fetchPage({ ...cursor, signal });
    return data as Page<Item> | undefined;
  });
}

/** One thing of the service under its query key; not asked for while it is not known which (`enabled`). */
export function useOne<Data>(
  queryKey: readonly unknown[],
  fetchOne: (signal: AbortSignal) => Promise<{ data?: unknown }>,
  { enabled = true, staleTime }: { enabled?: boolean; staleTime?: number } = {},
): UseQueryResult<Data, ApiProblem> {
  return useQuery({
    queryKey,
    enabled,
    ...(staleTime !== undefined && { staleTime }),
    queryFn: async ({ signal }) => (await fetchOne(signal)).data as Data,
  });
}
