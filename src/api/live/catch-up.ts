import { epochMs } from '../../domain/instant';
import type { Deps } from '../deps';
import { Audience } from './audience';
import { ChangedSessions } from './changed-sessions';
import type { Cursor } from './cursor';
import type { Listener } from './listener';
import { writtenSince } from './written-events';

/** Who was away for longer fetches everything again rather than being told of every change. */
const WINDOW_MS = 10 * 60_000;
const AT_MOST = 1_000;

/**
 * Tells a reader who comes back what was written since, with the overlap: some of it may have been told before. Too
 * long, or too much, and it is told to fetch again.
 */
export async function catchUp({ store, clock }: Deps, listener: Listener, cursor: Cursor): Promise<void> {
  const sinceMs = epochMs(cursor.writtenAt);
  if (clock().getTime() - sinceMs > WINDOW_MS) return listener.resync();
  const events = await writtenSince(store, sinceMs, AT_MOST);
  if (events.length === AT_MOST) return listener.resync();
  const audience = new Audience(store);
  for (const event of events) {
    if (event._id !== cursor.eventId && (await audience.mayHear(listener.principal, event)))
      listener.tell(event);
  }
  await new ChangedSessions(store).tell([listener], audience, sinceMs);
}
