import { instantAt } from '../../domain/instant';
import type { EventDocument } from '../../store/tickets/events';
import type { Store } from '../../store/store';

/** What the stream tells of an event: never its content. */
export type WrittenEvent = Pick<
  EventDocument,
  '_id' | 'folio' | 'seq' | 'type' | 'organizationId' | 'visible' | 'writtenAt'
>;

/** Processes stamp events by their own clocks and write in parallel: one that sorts earlier may appear this much later. */
export const OVERLAP_MS = 5_000;

/** Events written since `sinceMs` less the overlap, oldest first; at most `limit`. */
export async function writtenSince(store: Store, sinceMs: number, limit: number): Promise<WrittenEvent[]> {
  return store.events
    .find({ writtenAt: { $gte: instantAt(sinceMs - OVERLAP_MS) } })
    .select({ folio: 1, seq: 1, type: 1, organizationId: 1, visible: 1, writtenAt: 1 })
    .sort({ writtenAt: 1, _id: 1 })
    .limit(limit)
    .lean<WrittenEvent[]>()
    .exec();
}
