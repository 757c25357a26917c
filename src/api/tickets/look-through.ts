import pLimit from 'p-limit';
import { ApiError } from '../problems/api-error';

/** Enough for any server that has the indexes; one without them does these one after the other anyway. */
const AT_ONCE = 4;

/** Who has waited this long for a turn is told so, ms. */
const PATIENCE_MS = 10_000;

const turns = pLimit(AT_ONCE);

/**
 * Looks through a collection when it is its turn, in the order of asking. Many lists at once would keep a slow server from
 * answering any of them in time, and from looking up one record for somebody else.
 * @throws ApiError `service_unavailable` when no turn came in time
 */
export function lookThrough<Found>(look: () => PromiseLike<Found>): Promise<Found> {
  const askedAt = performance.now();
  return turns(async () => {
    if (performance.now() - askedAt > PATIENCE_MS) throw new ApiError('service_unavailable');
    return look();
  });
}
