import { Schema, trusted, type Connection, type Model } from 'mongoose';
import { instantAt, epochMs, type Instant } from '../../domain/instant';
import type { Slot } from '../../domain/session/session';
import { isFree } from '../../domain/session/slots';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';
import type { RemoteSessionDocument, RemoteSessionsStore } from './remote-sessions';

/** An agent's time that is given to sessions. One document per agent, so that one guarded write decides. */
export interface AgentBookings {
  /** The agent's id. */
  _id: string;
  revision: number;
  bookings: Booking[];
}

/** The part of the store that holds them. */
export type AgentBookingsStore = Holds<'agentBookings', AgentBookings>;

export interface Booking {
  sessionId: string;
  startsAt: Instant;
  endsAt: Instant;
  /** Since when it is held for a choice that is not on record yet; absent once it is. */
  heldAt?: Instant;
}

/** A choice is on record within seconds. What is held for longer was never chosen: its answer got lost. */
const HELD_MS = 15 * 60_000;

/** What has passed this long ago is of no interest to anybody's plan. */
const KEPT_MS = 7 * 24 * 3_600_000;

export function agentBookingsModel(connection: Connection): Model<AgentBookings> {
  const schema = new Schema(
    { _id: { type: String, required: true }, revision: Number, bookings: Schema.Types.Mixed },
    { collection: 'session_bookings' },
  );
  return collection(connection, 'AgentBookings', schema);
}

export async function bookingsOf(
  store: AgentBookingsStore,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, Booking[]>> {
  const found = await store.agentBookings
    .find({ _id: trusted({ $in: [...agentIds] }) })
    .lean<AgentBookings[]>()
    .exec();
  return new Map(found.map(({ _id, bookings }) => [_id, bookings]));
}

/**
 * Holds an agent's time for a session, beside what the session has: that stays until the choice is on record. The
 * write is guarded by the revision that was read, so that of two at once the second sees the first.
 * @returns false when the time is taken
 */
export async function book(
  store: AgentBookingsStore & RemoteSessionsStore,
  agentId: string,
  booking: Booking,
  { bufferMs, nowMs }: { bufferMs: number; nowMs: number },
): Promise<boolean> {
  await ignoringDuplicates(store.agentBookings.insertMany([{ _id: agentId, revision: 0, bookings: [] }]));
  for (;;) {
    const now = await store.agentBookings.findById(agentId).lean<AgentBookings>();
    if (!now) return false;
    const standing = await standingOf(store, agentId, now.bookings, nowMs);
    const others = standing.filter(({ sessionId }) => sessionId !== booking.sessionId);
    if (!isFree(spanOf(booking), others.map(spanOf), bufferMs)) return false;
    const old = instantAt(nowMs - KEPT_MS);
    const kept = standing.filter((one) => one.endsAt > old && !isSame(one, booking));
    const bookings = [...kept, booking];
    const { matchedCount } = await store.agentBookings.updateOne(
      { _id: agentId, revision: now.revision },
      { $set: { bookings, revision: now.revision + 1 } },
    );
    if (matchedCount === 1) return true;
  }
}

/** Gives a session's time back, and nothing that is held meanwhile for its next choice; null for all that it has. */
export function unbook(
  store: AgentBookingsStore,
  sessionId: string,
  given: Pick<Slot, 'startsAt' | 'agentId'> | null,
): Promise<void> {
  return change(store, (booking, agentId) => {
    if (booking.sessionId !== sessionId || booking.heldAt !== undefined) return booking;
    const same = given === null || (booking.startsAt === given.startsAt && agentId === given.agentId);
    return same ? null : booking;
  });
}

/**
 * A choice is on record: the session's time is its own, and what it had before goes back. What is held for a choice
 * that came after it stays.
 */
export function settleBooking(
  store: AgentBookingsStore,
  sessionId: string,
  chosen: Pick<Slot, 'startsAt' | 'agentId'>,
  at: Instant,
): Promise<void> {
  return change(store, (booking, agentId) => {
    if (booking.sessionId !== sessionId) return booking;
    const { startsAt, endsAt, heldAt } = booking;
    if (agentId === chosen.agentId && startsAt === chosen.startsAt) {
      return heldAt === undefined ? booking : { sessionId, startsAt, endsAt };
    }
    return heldAt !== undefined && heldAt >= at ? booking : null;
  });
}

/** Without what was held for choices that never came on record. */
export async function standingOf(
  store: RemoteSessionsStore,
  agentId: string,
  bookings: readonly Booking[],
  nowMs: number,
): Promise<Booking[]> {
  const doubtful = bookings.filter(({ heldAt }) => heldAt !== undefined && epochMs(heldAt) + HELD_MS < nowMs);
  if (doubtful.length === 0) return [...bookings];
  const ids = doubtful.map(({ sessionId }) => sessionId);
  const records = await store.remoteSessions
    .find({ _id: trusted({ $in: ids }) })
    .lean<RemoteSessionDocument[]>();
  const chosen = new Map(records.map(({ _id, session }) => [_id, session.booking]));
  return bookings.filter((booking) => {
    const own = chosen.get(booking.sessionId);
    return !doubtful.includes(booking) || (own?.agentId === agentId && own.startsAt === booking.startsAt);
  });
}

/** Changes bookings of all agents, or drops them with null; agents whose bookings stay are not written. */
async function change(
  store: AgentBookingsStore,
  next: (booking: Booking, agentId: string) => Booking | null,
): Promise<void> {
  const holders = await store.agentBookings.find({}).lean<AgentBookings[]>();
  for (const holder of holders) {
    for (let now: AgentBookings | null = holder; now;) {
      const { _id, revision, bookings: before }: AgentBookings = now;
      const bookings = before.flatMap((booking) => next(booking, _id) ?? []);
      if (bookings.length === before.length && bookings.every((one) => before.includes(one))) break;
      const { matchedCount } = await store.agentBookings.updateOne(
        { _id, revision },
        { $set: { bookings, revision: revision + 1 } },
      );
      if (matchedCount === 1) break;
      now = await store.agentBookings.findById(_id).lean<AgentBookings>();
    }
  }
}

function isSame(one: Booking, other: Booking): boolean {
  return one.sessionId === other.sessionId && one.startsAt === other.startsAt;
}

export function spanOf({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): {
  from: number;
  to: number;
} {
  return { from: epochMs(startsAt), to: epochMs(endsAt) };
}
