import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';

/** A payment page and whose it is. Its address is for the client alone, so it stays out of the engine's history. */
export interface SessionCheckout {
  /** The provider's id. */
  _id: string;
  sessionId: string;
  /** Null for a page known only from the provider's news. */
  url: string | null;
  createdAt: Instant;
}

/** The part of the store that holds them. */
export type SessionCheckoutsStore = Holds<'sessionCheckouts', SessionCheckout>;

export function sessionCheckoutModel(connection: Connection): Model<SessionCheckout> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      sessionId: String,
      url: { type: String, default: null },
      createdAt: String,
    },
    { collection: 'session_checkouts' },
  );
  schema.index({ sessionId: 1, createdAt: 1 });
  return collection(connection, 'SessionCheckout', schema);
}

/** Remembers a page; one that is known already stays as it is. */
export async function keepCheckout(store: SessionCheckoutsStore, checkout: SessionCheckout): Promise<void> {
  await ignoringDuplicates(store.sessionCheckouts.insertMany([checkout]));
}

export function checkoutsOf(store: SessionCheckoutsStore, sessionId: string): Promise<SessionCheckout[]> {
  return store.sessionCheckouts.find({ sessionId }).sort({ createdAt: 1 }).lean<SessionCheckout[]>().exec();
}

export function findCheckout(store: SessionCheckoutsStore, id: string): Promise<SessionCheckout | null> {
  return store.sessionCheckouts.findById(id).lean<SessionCheckout>().exec();
}
