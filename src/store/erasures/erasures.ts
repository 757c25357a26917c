import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';

/**
 * The trace of an erasure, outside the records that it blanked: ids and digests, nothing personal. The archive keeps the
 * digest of its events as they were; here stands what it is since.
 */
export interface ErasureDocument {
  /** The person's id. */
  _id: string;
  /** Who had it done. */
  by: string;
  requestedAt: Instant;
  /** Null until everything is done: asking again finishes it. */
  completedAt: Instant | null;
  records: { folio: string; digestBefore: string; digestAfter: string }[];
}

/** The part of the store that holds them. */
export type ErasuresStore = Holds<'erasures', ErasureDocument>;

export function erasureModel(connection: Connection): Model<ErasureDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      by: String,
      requestedAt: String,
      completedAt: { type: String, default: null },
      records: { type: [Schema.Types.Mixed], default: [] },
    },
    { collection: 'erasures' },
  );
  return collection(connection, 'Erasure', schema);
}

export function findErasure(store: ErasuresStore, personId: string): Promise<ErasureDocument | null> {
  return store.erasures.findById(personId).lean<ErasureDocument>().exec();
}

/** Notes that an erasure begins; one that was begun before stays. */
export async function beginErasure(
  store: ErasuresStore,
  erasure: Pick<ErasureDocument, '_id' | 'by' | 'requestedAt'>,
): Promise<void> {
  await ignoringDuplicates(store.erasures.insertMany([{ ...erasure, completedAt: null, records: [] }]));
}

/** One record is blanked. Of one that was blanked in an earlier attempt the first digest counts. */
export async function noteErasedRecord(
  store: ErasuresStore,
  personId: string,
  record: ErasureDocument['records'][number],
): Promise<void> {
  const known = await findErasure(store, personId);
  const others = (known?.records ?? []).filter(({ folio }) => folio !== record.folio);
  await store.erasures.updateOne({ _id: personId }, { $set: { records: [...others, record] } });
}

export async function completeErasure(
  store: ErasuresStore,
  personId: string,
  completedAt: Instant,
): Promise<void> {
  await store.erasures.updateOne({ _id: personId, completedAt: null }, { $set: { completedAt } });
}
