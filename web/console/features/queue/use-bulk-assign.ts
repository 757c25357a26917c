import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import { useBulk } from './use-bulk';

export type AssignmentOrder = { agentId: string } | { auto: true };

/** Assigns several tickets. */
export function useBulkAssign(): (
  folios: readonly string[],
  order: AssignmentOrder,
  message: string,
) => void {
  const { t } = useMessages(MESSAGES);
  return useBulk<AssignmentOrder>({
    send: (folio, body) => api.PUT('/tickets/{folio}/assignment', { params: { path: { folio } }, body }),
    done: (count) => t('queue.bulk.done', { count }),
    failed: (folios) => t('queue.bulk.failed', { folios }),
  });
}
