import { Schema, trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/instant';
import type { SessionEvent } from '../domain/session/events';
import { isFinal, type RemoteSession, type SessionState } from '../domain/session/session';
import { collection } from './collection';
import { ignoringDuplicates, isDuplicateKey } from './duplicate-key';
import type { Store } from './store';

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
  /** A step does not succeed, or money is owed by hand: staff has to look. */
  stuck: boolean;
  /** The last commands answered, for a run that starts again. */
  handled: { commandId: string; bodyHash: string }[];
  createdAt: Instant;
  updatedAt: Instant;
}

export type SessionEventDocument = SessionEvent & { _id: string };

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
      handled: Schema.Types.Mixed,
      createdAt: String,
      updatedAt: String,
    },
    { collection: 'remote_sessions' },
  );
  schema.index({ folio: 1, _id: 1 });
  schema.index({ organizationId: 1, updatedAt: -1, _id: 1 });
  schema.index({ updatedAt: -1, _id: 1 });
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

export function findRemoteSession(store: Store, id: string): Promise<RemoteSessionDocument | null> {
  return store.remoteSessions.findById(id).lean<RemoteSessionDocument>().exec();
}

/** The session that a payment belongs to. */
export async function findSessionByPayment(store: Store, paymentId: string): Promise<string | null> {
  const entry = await store.ledger.findOne({ paymentId }).lean<{ sessionId: string }>();
  return entry?.sessionId ?? null;
}

/** Writes the newest snapshot; `version` only grows, so a straggler changes nothing. */
export async function writeSession(
  store: Store,
  session: RemoteSession,
  handled: RemoteSessionDocument['handled'],
): Promise<void> {
  const { id, version, state, folio, organizationId, clientId, slot, createdAt, updatedAt } = session;
  const owedByHand = session.payments.some(
    ({ method, refundDueMinor }) => method === 'transfer' && refundDueMinor > 0,
  );
  const document: RemoteSessionDocument = {
    _id: id,
    version,
    session,
    state,
    folio,
    organizationId,
    clientId,
    agentId: slot?.agentId ?? null,
    stuck: session.troubles.length > 0 || owedByHand || (session.unattended && !isFinal(state)),
    handled,
    createdAt,
    updatedAt,
  };
  try {
    await store.remoteSessions.replaceOne({ _id: id, version: trusted({ $lte: version }) }, document, {
      upsert: true,
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Writes events that may have been written before. */
export async function appendSessionEvents(store: Store, events: readonly SessionEvent[]): Promise<void> {
  if (events.length === 0) return;
  const documents = events.map((event) => ({ ...event, _id: `${event.sessionId}:${event.seq}` }));
  await ignoringDuplicates(
    store.sessionEvents.insertMany(documents as SessionEventDocument[], { ordered: false }),
  );
}

export function readSessionEvents(store: Store, sessionId: string): Promise<SessionEventDocument[]> {
  return store.sessionEvents.find({ sessionId }).sort({ seq: 1 }).lean<SessionEventDocument[]>().exec();
}
