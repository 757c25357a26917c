import { epochMs, type Instant } from '../domain/instant';
import type { RemoteSession, Slot } from '../domain/session/session';
import { unbook } from '../store/remote-sessions/session-bookings';
import { takeSlot } from '../store/remote-sessions/session-slots';
import type { SessionActivityDeps } from './session-ports';

export interface SlotActivities {
  /** Takes an offered time with an agent who is free then; null when it is not offered or has just gone. */
  bookSlot(order: {
    session: RemoteSession;
    startsAt: Instant;
    now: Instant;
  }): Promise<Omit<Slot, 'late'> | null>;
  /** Gives the session's time back to its agent; orders from before the time was named mean all that it has. */
  releaseSlot(sessionId: string, booking?: Pick<Slot, 'startsAt' | 'agentId'>): Promise<void>;
}

export function createSlotActivities({ store }: SessionActivityDeps): SlotActivities {
  return {
    bookSlot: ({ session, startsAt, now }) => takeSlot(store, session, startsAt, epochMs(now)),
    releaseSlot: (sessionId, booking) => unbook(store, sessionId, booking ?? null),
  };
}
