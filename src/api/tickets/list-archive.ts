import type { QueryFilter } from 'mongoose';
import type { Caller } from '../../domain/access/ticket-access';
import type { ClosureReason } from '../../domain/classification/closure-reasons';
import type { Priority } from '../../domain/classification/priority';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Store } from '../../store/store';
import type { ArchiveDocument } from '../../store/tickets/archive';
import { keyset } from './keyset';
import { lookThrough } from './look-through';
import { searching, visibleTo, type Page } from './ticket-query';

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
