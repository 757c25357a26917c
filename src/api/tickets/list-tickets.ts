import type { QueryFilter } from 'mongoose';
import type { Caller } from '../../domain/access/ticket-access';
import { isStaff } from '../../domain/access/role';
import type { Priority } from '../../domain/classification/priority';
import type { Status, Ticket } from '../../domain/ticket/ticket';
import type { Store } from '../../store/store';
import type { TicketDocument } from '../../store/tickets/tickets';
import { keyset } from './keyset';
import { lookThrough } from './look-through';
import { orderFor, ORDERS, type TicketSort, type View } from './ticket-order';
import { searching, visibleTo, type Page } from './ticket-query';

export interface TicketFilter {
  status?: Status;
  type?: string;
  priority?: Priority;
  /** An agent's id, or `none`. */
  assigneeId?: string;
  organizationId?: string;
  view?: View;
  q?: string;
  sort?: TicketSort;
  limit: number;
  cursor?: string;
}

/** Within this time a waiting ticket counts as about to close. */
const CLOSING_SOON_MS = 24 * 3_600_000;

/** Open tickets that the caller may see. */
export async function listTickets(
  store: Store,
  caller: Caller,
  filter: TicketFilter,
  now: Date,
): Promise<Page<{ ticket: Ticket; needsRepair: boolean }>> {
  const sort = orderFor(caller, filter);
  const { condition, parts, order, next } = keyset<TicketDocument>(
    `tickets/${sort}`,
    ORDERS[sort],
    filter.cursor,
  );
  const reach = [{ closed: false }, visibleTo(caller), matching(filter), inView(filter.view, caller, now)];
  const documents: TicketDocument[] = [];
  for (const part of parts) {
    const room = filter.limit + 1 - documents.length;
    if (room === 0) break;
    const found = await lookThrough(() =>
      store.tickets
        .find({ $and: [...reach, condition, part] })
        .sort(order)
        .limit(room)
        .lean<TicketDocument[]>(),
    );
    documents.push(...found);
  }
  const page = documents.slice(0, filter.limit);
  return {
    items: page.map(({ ticket, needsRepair }) => ({ ticket, needsRepair })),
    nextCursor: documents.length > filter.limit ? next(page.at(-1)!) : null,
  };
}

/** How many open tickets of a view the caller may see; without a view, all of them. */
export function countInView(
  store: Store,
  caller: Caller,
  view: View | undefined,
  now: Date,
): Promise<number> {
  return lookThrough(() =>
    store.tickets.countDocuments({
      $and: [{ closed: false }, visibleTo(caller), inView(view, caller, now)],
    }),
  );
}

function matching(filter: TicketFilter): QueryFilter<TicketDocument> {
  const { status, type, priority, assigneeId, organizationId, q } = filter;
  return {
    ...(status !== undefined && { status }),
    ...(type !== undefined && { type }),
    ...(priority !== undefined && { priority }),
    ...(assigneeId !== undefined && { assigneeId: assigneeId === 'none' ? null : assigneeId }),
    ...(organizationId !== undefined && { organizationId }),
    ...searching(q),
  };
}

function inView(view: View | undefined, { userId, role }: Caller, now: Date): QueryFilter<TicketDocument> {
  switch (view) {
    case undefined:
      return {};
    case 'to_classify':
      return { classified: false };
    case 'mine':
      return { assigneeId: userId };
    case 'unassigned':
      return { assigneeId: null };
    case 'due':
      return { status: 'waiting_support', ...(isStaff(role) && { dueAt: { $gt: '' } }) };
    case 'waiting_client':
      return { status: 'waiting_client' };
    case 'closing_soon':
      return {
        status: 'waiting_client',
        autoCloseAt: { $lt: new Date(now.getTime() + CLOSING_SOON_MS).toISOString() },
      };
  }
}
