import type { Connection, Model } from 'mongoose';
import { findByKey } from '../mongo/by-key';
import { collection, strictSchema, type Holds } from '../mongo/collection';

/** A log-in of a browser. Only the hash of its token is kept, so that a copy of the database opens nothing. */
export interface Session {
  _id: string;
  /** SHA-256 of the token's secret, hex. */
  tokenHash: string;
  userId: string;
  userAgent: string | null;
  /** Whether a second factor was given. */
  secondFactor: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  /** When it ends however much it is used. */
  expiresAt: Date;
}

/** The part of the store that holds them. */
export type SessionsStore = Holds<'sessions', Session>;

const IDLE_MS = 12 * 3_600_000;
const LIFETIME_MS = 30 * 24 * 3_600_000;
const TOUCH_MS = 60_000;

export function sessionModel(connection: Connection): Model<Session> {
  const schema = strictSchema('sessions', {
    _id: { type: String, required: true },
    tokenHash: { type: String, required: true },
    userId: { type: String, required: true },
    userAgent: { type: String, default: null },
    secondFactor: { type: Boolean, default: false },
    createdAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  });
  schema.index({ userId: 1 });
  // Sweeps only: what counts is checked when a session is read, since not every server expires documents.
  schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
  return collection(connection, 'Session', schema);
}

/** Starts a session of 30 days at most, 12 hours between two uses at most. */
export async function addSession(
  store: SessionsStore,
  given: Pick<Session, '_id' | 'tokenHash' | 'userId' | 'userAgent'> & { secondFactor?: boolean },
  now: Date,
): Promise<Session> {
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  const session: Session = { secondFactor: false, ...given, createdAt: now, lastSeenAt: now, expiresAt };
  await store.sessions.create(session);
  return session;
}

/** The session when it is alive. Found by its key alone and judged here, which any server does fast. */
export async function findSession(store: SessionsStore, id: string, now: Date): Promise<Session | null> {
  const session = await findByKey(store.sessions, id);
  return session !== null && isAlive(session, now) ? session : null;
}

/** A person's living sessions, in no order. */
export async function listSessions(store: SessionsStore, userId: string, now: Date): Promise<Session[]> {
  const all = await store.sessions.find({ userId }).lean<Session[]>().exec();
  return all.filter((session) => isAlive(session, now));
}

/** Notes a use, at most once a minute: reading must not cost a write. */
export async function touchSession(store: SessionsStore, session: Session, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_MS) return;
  await store.sessions.updateOne({ _id: session._id }, { $set: { lastSeenAt: now } }).exec();
}

/** Ends a person's session; false when they have none of that id. */
export async function endSession(store: SessionsStore, userId: string, id: string): Promise<boolean> {
  const { deletedCount } = await store.sessions.deleteOne({ _id: id, userId }).exec();
  return deletedCount === 1;
}

/** Ends all of a person's sessions. */
export async function endSessions(store: SessionsStore, userId: string): Promise<void> {
  await store.sessions.deleteMany({ userId }).exec();
}

/** When it ends if it is not used any more. */
export function idleEnd(session: Session): Date {
  return new Date(Math.min(session.lastSeenAt.getTime() + IDLE_MS, session.expiresAt.getTime()));
}

function isAlive(session: Session, now: Date): boolean {
  return now < idleEnd(session);
}
