import type { SessionEvent } from '../domain/session/events';
import type { RemoteSession } from '../domain/session/session';
import { enterMoney } from '../store/ledger';
import { appendSessionEvents, writeSession } from '../store/remote-sessions';
import type { SessionActivityDeps } from './session-activities';

export interface SessionProjection {
  session: RemoteSession;
  /** Events not yet written, in order. */
  events: SessionEvent[];
  handled: { commandId: string; bodyHash: string }[];
}

export interface SessionProjectionActivities {
  /** Writes the newest snapshot, the events it lacks, and what moves money to the ledger. Repeatable. */
  projectSession(projection: SessionProjection): Promise<void>;
}

export function createSessionProjectionActivities({
  store,
}: SessionActivityDeps): SessionProjectionActivities {
  return {
    async projectSession({ session, events, handled }) {
      await appendSessionEvents(store, events);
      await enterMoney(store, session, events);
      await writeSession(store, session, handled);
    },
  };
}
