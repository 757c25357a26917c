import type { SessionEvent } from '../domain/session/events';
import type { RemoteSession } from '../domain/session/session';
import { createSessionNotices } from '../notices/create-session-notices';
import { enterMoney } from '../store/remote-sessions/ledger';
import { takeOffers } from '../store/remote-sessions/session-access-offers';
import { settleBooking } from '../store/remote-sessions/session-bookings';
import type { Store } from '../store/store';
import {
  appendSessionEvents,
  findRemoteSession,
  writeSession,
} from '../store/remote-sessions/remote-sessions';
import type { SessionActivityDeps } from './session-ports';

export interface SessionProjection {
  session: RemoteSession;
  /** Events not yet written, in order. */
  events: SessionEvent[];
  handled: { commandId: string; bodyHash: string }[];
}

export interface SessionProjectionActivities {
  /** Writes the newest snapshot, the events it lacks with their notices, what moves money to the ledger, and the access that an agent gave. Repeatable. */
  projectSession(projection: SessionProjection): Promise<void>;
}

export function createSessionProjectionActivities({
  store,
  wakeNotices,
}: Pick<SessionActivityDeps, 'store' | 'wakeNotices'>): SessionProjectionActivities {
  return {
    async projectSession({ session, events, handled }) {
      await appendSessionEvents(store, events);
      await enterMoney(store, session, events);
      await createSessionNotices(store, session, events);
      // Before the record shows it: who reads that the meeting is ready finds it.
      await takeOffers(store, session, events);
      await writeSession(store, session, handled);
      await settleChoice(store, session.id, events);
      if (events.length > 0) wakeNotices?.();
    },
  };
}

/** The last time that was chosen is the session's own from now on; the record may know of a later one. */
async function settleChoice(store: Store, id: string, events: readonly SessionEvent[]): Promise<void> {
  const chosen = events.findLast(({ name }) => name === 'slot_chosen');
  if (!chosen) return;
  const booking = (await findRemoteSession(store, id))?.session.booking;
  if (booking) await settleBooking(store, id, booking, chosen.at);
}
