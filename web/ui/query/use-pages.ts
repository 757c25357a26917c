import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ApiProblem } from '../api/api-problem';

/** A list that grows page by page. */
export interface Pages<Item> {
  /** What has been fetched so far; `undefined` until the first page is there. */
  items: Item[] | undefined;
  problem: ApiProblem | null;
  hasMore: boolean;
  isFetchingMore: boolean;
  more: () => void;
  again: () => void;
}

/** As every list answers. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

type Cursor = { cursor?: string };

/** A cursor-paged list under its query key. The earlier filters' items stay until the new ones are there. */
export function usePages<Item>(
  queryKey: readonly unknown[],
  fetchPage: (cursor: Cursor, signal: AbortSignal) => Promise<Page<Item> | undefined>,
): Pages<Item> {
  const list = useInfiniteQuery<Page<Item>, ApiProblem, { pages: Page<Item>[] }, readonly unknown[], string>({
    queryKey,
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(pageParam === '' ? {} : { cursor: pageParam }, signal);
      return page ?? { items: [], nextCursor: null };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
  return {
    items: list.data?.pages.flatMap(({ items }) => items),
    problem: list.error,
    hasMore: list.hasNextPage,
    isFetchingMore: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
    again: () => void list.refetch(),
  };
}
