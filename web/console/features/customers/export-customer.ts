import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';

type Export = components['schemas']['OrganizationExport'];

const PAGE = 100;

/** Everything held of a customer, its tickets gathered from all pages. */
export async function exportCustomer(id: string): Promise<unknown> {
  const tickets: Export['tickets']['items'] = [];
  let first: Export | undefined;
  let cursor: string | null = null;
  do {
    const query = { limit: PAGE, ...(cursor !== null && { cursor }) };
    const page: Export = (await api.GET('/organizations/{id}/export', { params: { path: { id }, query } }))
      .data as Export;
    first ??= page;
    tickets.push(...page.tickets.items);
    cursor = page.tickets.nextCursor;
  } while (cursor !== null);
  return { ...first, tickets };
}
