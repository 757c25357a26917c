import { useQueryClient } from '@tanstack/react-query';
import type { Ticket } from '../../../ui/api/types';
import { queryKeys } from '../../../ui/query/query-keys';
import { sendPolitely, toast } from '../../../ui/toasts/toast-store';

/** One command to several tickets. */
export interface Bulk<Order> {
  send: (folio: string, order: Order) => Promise<{ data?: Ticket }>;
  done: (count: number) => string;
  failed: (folios: string) => string;
}

/** Sends it to each ticket after five seconds in which it can be undone; says which ones refused. */
export function useBulk<Order>({
  send,
  done,
  failed,
}: Bulk<Order>): (folios: readonly string[], order: Order, message: string) => void {
  const queries = useQueryClient();
  const sendAll = async (folios: readonly string[], order: Order): Promise<void> => {
    const refused: string[] = [];
    for (const folio of folios) {
      try {
        const { data } = await send(folio, order);
        queries.setQueryData(queryKeys.ticket(folio), data);
        void queries.invalidateQueries({ queryKey: queryKeys.ofTicket(folio) });
      } catch {
        refused.push(folio);
      }
    }
    void queries.invalidateQueries({ queryKey: queryKeys.lists });
    const count = folios.length - refused.length;
    if (count > 0) toast(done(count));
    if (refused.length > 0) toast(failed(refused.join(', ')));
  };
  return (folios, order, message) => sendPolitely({ message, run: () => void sendAll(folios, order) });
}
