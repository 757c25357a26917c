import type { Caller } from '../../domain/access/ticket-access';
import { isStaff } from '../../domain/access/role';
import type { Order } from './keyset';

export type View = 'to_classify' | 'mine' | 'unassigned' | 'due' | 'waiting_client' | 'closing_soon';
export type TicketSort = 'priority' | 'updated' | 'created' | 'due' | 'closing';

/** What a client asks for as `updated` is what changed for them. */
export type OrderName = TicketSort | 'updatedForClient';

/** Each order is total (ends in `_id`) and stands on an index. */
export const ORDERS: Record<OrderName, Order> = {
  priority: [
    ['rank', 1],
    ['createdAt', 1],
    ['_id', 1],
  ],
  updated: [
    ['updatedAt', -1],
    ['_id', 1],
  ],
  updatedForClient: [
    ['clientUpdatedAt', -1],
    ['_id', 1],
  ],
  created: [
    ['createdAt', -1],
    ['_id', 1],
  ],
  due: [
    ['dueAt', 1, 'missing last'],
    ['_id', 1],
  ],
  closing: [
    ['autoCloseAt', 1, 'missing last'],
    ['_id', 1],
  ],
};

/**
 * Our own targets are no promise, and internal notes are ours: no client learns of either, not by the order nor by the
 * cursor that stands in it.
 */
export function orderFor(caller: Caller, { sort, view }: { sort?: TicketSort; view?: View }): OrderName {
  const order = sort ?? defaultSort(caller, view);
  if (isStaff(caller.role)) return order;
  return order === 'due' || order === 'updated' ? 'updatedForClient' : order;
}

function defaultSort({ role }: Caller, view: View | undefined): TicketSort {
  if (view === 'due') return 'due';
  if (view === 'waiting_client' || view === 'closing_soon') return 'closing';
  return isStaff(role) ? 'priority' : 'updated';
}
