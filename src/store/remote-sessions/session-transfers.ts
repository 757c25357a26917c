import { Schema, trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';
import type { LedgerStore } from './ledger';

/** A bank transfer and the one session that it is for: its reference is the id, so of two at once one comes second. */
export interface SessionTransfer {
  /** The payment's id, `transfer:<reference>`. */
  _id: string;
  sessionId: string;
  claimedAt: Instant;
}

/** The part of the store that holds them. */
export type SessionTransfersStore = Holds<'sessionTransfers', SessionTransfer>;

export function sessionTransferModel(connection: Connection): Model<SessionTransfer> {
  const schema = new Schema(
    { _id: { type: String, required: true }, sessionId: String, claimedAt: String },
    { collection: 'session_transfers' },
  );
  return collection(connection, 'SessionTransfer', schema);
}

/**
 * Claims a transfer for a session; the same session may claim it again.
 * @returns false when it is another session's
 */
export async function claimTransfer(
  store: LedgerStore & SessionTransfersStore,
  { paymentId, sessionId, claimedAt }: { paymentId: string; sessionId: string; claimedAt: Instant },
): Promise<boolean> {
  // Those from before there were claims are known by their money alone.
  const others = { paymentId, sessionId: trusted({ $ne: sessionId }) };
  if (await store.ledger.exists(others)) return false;
  await ignoringDuplicates(store.sessionTransfers.insertMany([{ _id: paymentId, sessionId, claimedAt }]));
  const claimed = await store.sessionTransfers.findById(paymentId).lean<SessionTransfer>();
  return claimed?.sessionId === sessionId;
}
