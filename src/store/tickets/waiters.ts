import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';

/** A ticket that waits for an agent; written before it looks for one, so that no change of an agent is missed. */
export interface WaiterDocument {
  /** Folio. */
  _id: string;
  type: string;
  rank: number;
  since: Instant;
  /** Who must not get it: the agent from whom it is taken. */
  exceptAgentId: string | null;
  reservedFor: string | null;
  reservedAt: Instant | null;
}

/** The part of the store that holds them. */
export type WaitersStore = Holds<'waiters', WaiterDocument>;

export function waiterModel(connection: Connection): Model<WaiterDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      type: String,
      rank: Number,
      since: String,
      exceptAgentId: { type: String, default: null },
      reservedFor: { type: String, default: null },
      reservedAt: { type: String, default: null },
    },
    { collection: 'waiters' },
  );
  schema.index({ reservedFor: 1, rank: 1, since: 1 });
  return collection(connection, 'Waiter', schema);
}
