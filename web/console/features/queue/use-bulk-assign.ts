import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { sendPolitely, toast } from '../../../ui/toasts/toast-store';
import { MESSAGES } from './messages';

export type AssignmentOrder = { agentId: string } | { auto: true };

/** Assigns several tickets after five seconds in which it can be undone; says which could not be. */
export function useBulkAssign(): (
  folios: readonly string[],
  order: AssignmentOrder,
  message: string,
) => void {
  const { t } = useMessages(MESSAGES);
  const queries = useQueryClient();
  const assignAll = async (folios: readonly string[], order: AssignmentOrder): Promise<void> => {
    const failed: string[] = [];
    for (const folio of folios) {
      try {
        const { data } = await api.PUT('/tickets/{folio}/assignment', {
          params: { path: { folio } },
          body: order,
        });
        queries.setQueryData(queryKeys.ticket(folio), data);
        void queries.invalidateQueries({ queryKey: queryKeys.ofTicket(folio) });
      } catch {
        failed.push(folio);
      }
    }
    void queries.invalidateQueries({ queryKey: queryKeys.lists });
    const done = folios.length - failed.length;
    if (done > 0) toast(t('queue.bulk.done', { count: done }));
    if (failed.length > 0) toast(t('queue.bulk.failed', { folios: failed.join(', ') }));
  };
  return (folios, order, message) => sendPolitely({ message, run: () => void assignAll(folios, order) });
}
