import type { Page } from '../../ui/query/use-pages';

/** Rows per page, the most that the service gives. */
const MOST = 100;

/** All of a list that is short enough to choose from, page after page. */
export async function fetchEvery<Item>(
  fetchPage: (query: { limit: number; cursor?: string }) => Promise<Page<Item> | undefined>,
): Promise<Item[]> {
  const found: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> | undefined = await fetchPage({
      limit: MOST,
      ...(next !== null && { cursor: next }),
    });
    found.push(...(page?.items ?? []));
    next = page?.nextCursor ?? null;
  } while (next !== null);
  return found;
}
