import { Schema, trusted, type Connection, type Model } from 'mongoose';
import { instantAt, epochMs, type Instant } from '../domain/instant';
import { isFree } from '../domain/session/slots';
import { collection } from './collection';
import { ignoringDuplicates } from './duplicate-key';
import type { Store } from './store';

/** An agent's time that is given to sessions. One document per agent, so that one guarded write decides. */
export interface AgentBookings {
  /** The agent's id. */
  _id: string;
  revision: number;
  bookings: Booking[];
}

export interface Booking {
  sessionId: string;
  startsAt: Instant;
  endsAt: Instant;
}

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
  store: Store,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, Booking[]>> {
  const found = await store.agentBookings
    .find({ _id: trusted({ $in: [...agentIds] }) })
    .lean<AgentBookings[]>()
    .exec();
  return new Map(found.map(({ _id, bookings }) => [_id, bookings]));
}

/**
 * Gives an agent's time to a session, in place of what the session had with that agent. The write is guarded by the
 * revision that was read, so that of two at once the second sees the first.
 * @returns false when the time is taken
 */
export async function book(
  store: Store,
  agentId: string,
  booking: Booking,
  { bufferMs, nowMs }: { bufferMs: number; nowMs: number },
): Promise<boolean> {
  await ignoringDuplicates(store.agentBookings.insertMany([{ _id: agentId, revision: 0, bookings: [] }]));
  for (;;) {
    const now = await store.agentBookings.findById(agentId).lean<AgentBookings>();
    if (!now) return false;
    const others = now.bookings.filter(({ sessionId }) => sessionId !== booking.sessionId);
    if (!isFree(spanOf(booking), others.map(spanOf), bufferMs)) return false;
    const old = instantAt(nowMs - KEPT_MS);
    const bookings = [...others.filter(({ endsAt }) => endsAt > old), booking];
    const { matchedCount } = await store.agentBookings.updateOne(
      { _id: agentId, revision: now.revision },
      { $set: { bookings, revision: now.revision + 1 } },
    );
    if (matchedCount === 1) return true;
  }
}

/** Gives a session's time back, with every agent but the one named. */
export async function unbook(store: Store, sessionId: string, exceptAgentId?: string): Promise<void> {
  const holders = await store.agentBookings.find({}).lean<AgentBookings[]>();
  for (const holder of holders) {
    if (holder._id === exceptAgentId) continue;
    await drop(store, holder, sessionId);
  }
}

async function drop(store: Store, holder: AgentBookings, sessionId: string): Promise<void> {
  let now: AgentBookings | null = holder;
  while (now && now.bookings.some((booking) => booking.sessionId === sessionId)) {
    const bookings = now.bookings.filter((booking) => booking.sessionId !== sessionId);
    const { matchedCount } = await store.agentBookings.updateOne(
      { _id: now._id, revision: now.revision },
      { $set: { bookings, revision: now.revision + 1 } },
    );
    if (matchedCount === 1) return;
    now = await store.agentBookings.findById(now._id).lean<AgentBookings>();
  }
}

export function spanOf({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): {
  from: number;
  to: number;
} {
  return { from: epochMs(startsAt), to: epochMs(endsAt) };
}
