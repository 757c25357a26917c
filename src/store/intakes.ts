import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/instant';
import type { TicketInput } from '../workflows/messages';
import { collection } from './collection';
import { isDuplicateKey } from './duplicate-key';
import type { Store } from './store';

/**
 * An accepted registration. It is durable before the client is answered, so neither an outage of the engine nor a
 * storm of tickets refuses anybody.
 * `held`: a part of a split whose event is not yet on record · `pending`: to be started · `started`.
 */
export interface IntakeDocument {
  /** Folio. */
  _id: string;
  /** Hash of caller and idempotency key: one registration per key. */
  commandId: string;
  bodyHash: string;
  state: 'held' | 'pending' | 'started';
  organizationId: string;
  follows: string | null;
  createdAt: Instant;
  /** What the workflow starts from, but for the folio, which is the key. */
  input: Omit<TicketInput, 'folio'>;
}

export function intakeModel(connection: Connection): Model<IntakeDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      commandId: String,
      bodyHash: String,
      state: String,
      organizationId: String,
      follows: String,
      createdAt: String,
      input: Schema.Types.Mixed,
    },
    { collection: 'intakes' },
  );
  schema.index({ commandId: 1 }, { unique: true });
  schema.index({ state: 1 });
  schema.index({ follows: 1 });
  return collection(connection, 'Intake', schema);
}

/**
 * Keeps a registration. A second one under the same command id is the first one again.
 * @returns the intake that now stands under the command id
 */
export async function keepIntake(store: Store, intake: IntakeDocument): Promise<IntakeDocument> {
  try {
    await store.intakes.insertMany([intake]);
    return intake;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await findIntakeByCommand(store, intake.commandId);
    // The folio itself was taken: a counter that went back. Never success.
    if (!first) throw error;
    return first;
  }
}

export function findIntake(store: Store, folio: string): Promise<IntakeDocument | null> {
  return store.intakes.findById(folio).lean<IntakeDocument>().exec();
}

export function findIntakeByCommand(store: Store, commandId: string): Promise<IntakeDocument | null> {
  return store.intakes.findOne({ commandId }).lean<IntakeDocument>().exec();
}

/** Oldest registrations that no workflow runs for yet. */
export async function pendingIntakes(store: Store, limit: number): Promise<IntakeDocument[]> {
  const pending = await store.intakes
    .find({ state: 'pending' })
    .sort({ createdAt: 1, _id: 1 })
    .limit(limit)
    .lean<IntakeDocument[]>();
  return pending;
}

export async function markStarted(store: Store, folio: string): Promise<void> {
  await store.intakes.updateOne({ _id: folio }, { $set: { state: 'started' } });
}

/** Parts of a split may start once the split is on record. */
export async function releaseParts(store: Store, folios: string[]): Promise<void> {
  await store.intakes.updateMany({ _id: { $in: folios }, state: 'held' }, { $set: { state: 'pending' } });
}
