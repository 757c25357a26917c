import { Schema, trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import type { SessionEvent } from '../../domain/session/events';
import type { RemoteSession, SessionState, Slot } from '../../domain/session/session';
import { stuckSteps } from '../../domain/session/stuck';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates, isDuplicateKey } from '../mongo/duplicate-key';
import type { LedgerStore } from './ledger';

/** The read model of a paid session: its workflow's snapshot, and what lists filter by. Holds no secret. */
export interface RemoteSessionDocument {
  _id: string;
  version: number;
  session: RemoteSession;
  state: SessionState;
  folio: string;
  organizationId: string;
  clientId: string;
  agentId: string | null;
  /** Support has to do something about it; what, says `stuckSteps`. */
  stuck: boolean;
  /** When its execution was found to have been ended from outside; any later write of it shows that it runs again. */
  lostAt: Instant | null;
  /** The last commands answered, for a run that starts again. */
  handled: { commandId: string; bodyHash: string }[];
  createdAt: Instant;
  updatedAt: Instant;
  /** When something that its page shows was written here last: what live updates look for. */
  writtenAt: Instant;
}

/** The part of the store that holds them. */
export type RemoteSessionsStore = Holds<'remoteSessions', RemoteSessionDocument>;

export type SessionEventDocument = SessionEvent & { _id: string };

/** The part of the store that holds them. */
export type SessionEventsStore = Holds<'sessionEvents', SessionEventDocument>;

export function remoteSessionModel(connection: Connection): Model<RemoteSessionDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: Number,
      session: Schema.Types.Mixed,
      state: String,
      folio: String,
      organizationId: String,
      clientId: String,
      agentId: { type: String, default: null },
      stuck: Boolean,
      lostAt: { type: String, default: null },
      handled: Schema.Types.Mixed,
      createdAt: String,
      updatedAt: String,
      writtenAt: String,
    },
    { collection: 'remote_sessions' },
  );
  schema.index({ folio: 1, _id: 1 });
  schema.index({ organizationId: 1, updatedAt: -1, _id: 1 });
  schema.index({ updatedAt: -1, _id: 1 });
  schema.index({ writtenAt: 1 });
  return collection(connection, 'RemoteSession', schema);
}

export function sessionEventModel(connection: Connection): Model<SessionEventDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      sessionId: String,
      seq: Number,
      name: String,
      at: String,
      actor: Schema.Types.Mixed,
      commandId: String,
      data: Schema.Types.Mixed,
    },
    { collection: 'session_events' },
  );
  schema.index({ sessionId: 1, seq: 1 });
  return collection(connection, 'SessionEvent', schema);
}

export function findRemoteSession(
  store: RemoteSessionsStore,
  id: string,
): Promise<RemoteSessionDocument | null> {
  return store.remoteSessions.findById(id).lean<RemoteSessionDocument>().exec();
}

/** The session that a payment belongs to. */
export async function findSessionByPayment(store: LedgerStore, paymentId: string): Promise<string | null> {
  const entry = await store.ledger.findOne({ paymentId }).lean<{ sessionId: string }>();
  return entry?.sessionId ?? null;
}

/** Writes the newest snapshot; `version` only grows, so a straggler changes nothing. */
export async function writeSession(
  store: RemoteSessionsStore,
  session: RemoteSession,
  handled: RemoteSessionDocument['handled'],
): Promise<void> {
  const { id, version, state, folio, organizationId, clientId, slot, createdAt, updatedAt } = session;
  const document: RemoteSessionDocument = {
    _id: id,
    version,
    session,
    state,
    folio,
    organizationId,
    clientId,
    agentId: slot?.agentId ?? null,
    stuck: stuckSteps(session, null).length > 0,
    lostAt: null,
    handled,
    createdAt,
    updatedAt,
    writtenAt: new Date().toISOString(),
  };
  try {
    await store.remoteSessions.replaceOne({ _id: id, version: trusted({ $lte: version }) }, document, {
      upsert: true,
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Marks a session whose execution was ended from outside, unless it has moved since it was read. */
export async function markLost(
  store: RemoteSessionsStore,
  { _id, version }: Pick<RemoteSessionDocument, '_id' | 'version'>,
  lostAt: Instant,
): Promise<void> {
  await store.remoteSessions.updateOne(
    { _id, version, lostAt: null },
    { $set: { lostAt, stuck: true, writtenAt: new Date().toISOString() } },
  );
}

/** Takes the mark off: its execution has answered. */
export async function unmarkLost(
  store: RemoteSessionsStore,
  { _id, version, session }: Pick<RemoteSessionDocument, '_id' | 'version' | 'session'>,
): Promise<void> {
  const stuck = stuckSteps(session, null).length > 0;
  const writtenAt = new Date().toISOString();
  await store.remoteSessions.updateOne({ _id, version }, { $set: { lostAt: null, stuck, writtenAt } });
}

/** Has open pages of a session look again: what belongs to it stands elsewhere and has changed. */
export async function touchSession(store: RemoteSessionsStore, id: string): Promise<void> {
  await store.remoteSessions.updateOne({ _id: id }, { $set: { writtenAt: new Date().toISOString() } });
}

/** What live updates tell of a session that changed. */
export type ChangedSession = Pick<RemoteSessionDocument, '_id' | 'folio' | 'organizationId' | 'writtenAt'>;

/** Sessions that were written since an instant, in their order; at most `limit`. */
export function sessionsWrittenSince(
  store: RemoteSessionsStore,
  since: Instant,
  limit: number,
): Promise<ChangedSession[]> {
  return store.remoteSessions
    .find({ writtenAt: trusted({ $gte: since }) })
    .select({ folio: 1, organizationId: 1, writtenAt: 1 })
    .sort({ writtenAt: 1, _id: 1 })
    .limit(limit)
    .lean<ChangedSession[]>()
    .exec();
}

/** Writes events that may have been written before. */
export async function appendSessionEvents(
  store: SessionEventsStore,
  events: readonly SessionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const documents = events.map((event) => ({ ...event, _id: `${event.sessionId}:${event.seq}` }));
  await ignoringDuplicates(
    store.sessionEvents.insertMany(documents as SessionEventDocument[], { ordered: false }),
  );
}

/** The time that was appointed before an event chose another; null when there was none, or it was not held. */
export async function slotBefore(
  store: SessionEventsStore,
  { sessionId, seq }: Pick<SessionEvent, 'sessionId' | 'seq'>,
): Promise<Slot | null> {
  const events = await readSessionEvents(store, sessionId);
  let slot: Slot | null = null;
  for (const event of events) {
    if (event.seq >= seq) break;
    if (event.name === 'slot_chosen') slot = event.data;
    if (event.name === 'unheld' || event.name === 'agent_absent') slot = null;
  }
  return slot;
}

export function readSessionEvents(
  store: SessionEventsStore,
  sessionId: string,
): Promise<SessionEventDocument[]> {
  return store.sessionEvents.find({ sessionId }).sort({ seq: 1 }).lean<SessionEventDocument[]>().exec();
}
