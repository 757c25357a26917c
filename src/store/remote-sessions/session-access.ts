import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import type { Platform } from '../../domain/session/session';
import { collection, type Holds } from '../mongo/collection';

/** Link and password of a session, sealed (AES-256-GCM); removed once the session is over. */
export interface SessionAccess {
  /** Id of the session. */
  _id: string;
  platform: Platform;
  sealed: string;
  /** The meeting at the provider, which ends and deletes it; null for what an agent entered. */
  meetingId: string | null;
  /** The appointed time that it was made for. */
  startsAt: Instant;
}

/** The part of the store that holds them. */
export type SessionAccessStore = Holds<'sessionAccess', SessionAccess>;

export function sessionAccessModel(connection: Connection): Model<SessionAccess> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      platform: String,
      sealed: String,
      meetingId: { type: String, default: null },
      startsAt: String,
    },
    { collection: 'session_access' },
  );
  return collection(connection, 'SessionAccess', schema);
}

export async function keepAccess(store: SessionAccessStore, access: SessionAccess): Promise<void> {
  await store.sessionAccess.replaceOne({ _id: access._id }, access, { upsert: true });
}

export function findAccess(store: SessionAccessStore, sessionId: string): Promise<SessionAccess | null> {
  return store.sessionAccess.findById(sessionId).lean<SessionAccess>().exec();
}

export async function dropAccess(store: SessionAccessStore, sessionId: string): Promise<void> {
  await store.sessionAccess.deleteOne({ _id: sessionId });
}
