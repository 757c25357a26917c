import type { QueryFilter } from 'mongoose';
import type { Caller } from '../../domain/access/ticket-access';
import { isStaff } from '../../domain/access/role';
import type { ClosureReason } from '../../domain/classification/closure-reasons';
import type { Priority } from '../../domain/classification/priority';
import type { Status, Ticket } from '../../domain/ticket/ticket';
import type { ArchiveDocument } from '../../store/tickets/archive';
import { literally, searchWords } from '../../store/mongo/search-text';
import type { Store } from '../../store/store';
import type { TicketDocument } from '../../store/tickets/tickets';
import { keyset, type Order } from './keyset';
import { lookThrough } from './look-through';

export type View = 'to_classify' | 'mine' | 'unassigned' | 'due' | 'waiting_client' | 'closing_soon';
export type TicketSort = 'priority' | 'updated' | 'created' | 'due' | 'closing';

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

export interface ArchiveFilter {
  type?: string;
  priority?: Priority;
  reason?: ClosureReason;
  organizationId?: string;
  closedFrom?: string;
  closedTo?: string;
  q?: string;
  limit: number;
  cursor?: string;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** What a client asks for as `updated` is what changed for them. */
type OrderName = TicketSort | 'updatedForClient';

/** Each order is total (ends in `_id`) and stands on an index. */
const ORDERS: Record<OrderName, Order> = {
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

/** Closed tickets that the caller may see, the last closed first. */
export async function listArchive(
  store: Store,
  caller: Caller,
  filter: ArchiveFilter,
): Promise<Page<Ticket>> {
  const { condition, order, next } = keyset<ArchiveDocument>(
    'archive',
    [
      ['closedAt', -1],
      ['_id', 1],
    ],
    filter.cursor,
  );
  const { type, priority, reason, organizationId, closedFrom, closedTo } = filter;
  const conditions: QueryFilter<ArchiveDocument> = {
    ...(type !== undefined && { type }),
    ...(priority !== undefined && { priority }),
    ...(reason !== undefined && { reason }),
    ...(organizationId !== undefined && { organizationId }),
    ...((closedFrom !== undefined || closedTo !== undefined) && {
      closedAt: {
        ...(closedFrom !== undefined && { $gte: closedFrom }),
        ...(closedTo !== undefined && { $lt: closedTo }),
      },
    }),
    ...searching(filter.q),
  };
  const documents = await lookThrough(() =>
    store.archive
      .find({ $and: [visibleTo(caller), conditions, condition] })
      .sort(order)
      .limit(filter.limit + 1)
      .lean<ArchiveDocument[]>(),
  );
  const page = documents.slice(0, filter.limit);
  return {
    items: page.map(({ ticket }) => ticket),
    nextCursor: documents.length > filter.limit ? next(page.at(-1)!) : null,
  };
}

/** The same rule as `mayReadTicket`, as a query. */
function visibleTo({ role, userId, organizationId }: Caller): QueryFilter<TicketDocument & ArchiveDocument> {
  if (isStaff(role)) return {};
  if (role === 'client_admin') return { organizationId: organizationId ?? '' };
  return { organizationId: organizationId ?? '', $or: [{ requesterId: userId }, { participantIds: userId }] };
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

/**
 * Our own targets are no promise, and internal notes are ours: no client learns of either, not by the order nor by the
 * cursor that stands in it.
 */
function orderFor(caller: Caller, { sort, view }: TicketFilter): OrderName {
  const order = sort ?? defaultSort(caller, view);
  if (isStaff(caller.role)) return order;
  return order === 'due' || order === 'updated' ? 'updatedForClient' : order;
}

function defaultSort({ role }: Caller, view: View | undefined): TicketSort {
  if (view === 'due') return 'due';
  if (view === 'waiting_client' || view === 'closing_soon') return 'closing';
  return isStaff(role) ? 'priority' : 'updated';
}

/** Every word must occur; the pattern is built from escaped words only. */
function searching(q: string | undefined): { $and?: { search: { $regex: string } }[] } {
  const words = searchWords(q);
  if (words.length === 0) return {};
  return { $and: words.map((word) => ({ search: { $regex: literally(word) } })) };
}
