import { createHash } from 'node:crypto';
import { Schema, trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import type { CoverageEvidence, CoverageRefusal } from '../../domain/coverage/judge-coverage';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';

/** A ticket that was not registered for lack of cover, for those who renew contracts. Ids only, none of the words. */
export interface Refusal {
  /** The same for the same person, product and reason on one day: trying again is no second need. */
  _id: string;
  organizationId: string;
  /** Whose ticket it would have been. */
  personId: string;
  /** Of the request: repeated, it is the same refusal, whatever the day. */
  commandId: string;
  /** As it was asked for; it need not exist. */
  product: string;
  code: CoverageRefusal;
  evidence: CoverageEvidence;
  at: Date;
}

/** The part of the store that holds them. */
export type RefusalsStore = Holds<'refusals', Refusal>;

/**
 * Contracts run for a year as a rule: whoever renews one sees what was refused under all of it, and a month more to do
 * it in. Nothing else needs to know longer who was refused what.
 */
export const REFUSAL_RETENTION_MS = 396 * 24 * 3_600_000;

export function refusalModel(connection: Connection): Model<Refusal> {
  const schema = strictSchema('refusals', {
    _id: { type: String, required: true },
    organizationId: { type: String, required: true },
    personId: { type: String },
    commandId: { type: String },
    product: { type: String, required: true },
    code: { type: String, required: true },
    evidence: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
  });
  schema.index({ at: -1, _id: -1 });
  schema.index({ organizationId: 1 });
  // Sparse: what was kept before has none.
  schema.index({ commandId: 1 }, { unique: true, sparse: true });
  // Sweeps only: what is too old is not listed either, since not every server expires documents.
  schema.index({ at: 1 }, { expireAfterSeconds: REFUSAL_RETENTION_MS / 1000 });
  return collection(connection, 'Refusal', schema);
}

/** Keeps a refusal, once however often the person tries on the same day and the request is repeated. */
export async function keepRefusal(
  store: RefusalsStore,
  given: Omit<Refusal, '_id' | 'at'>,
  now: Date,
): Promise<void> {
  const { personId, product, evidence } = given;
  const same = JSON.stringify([personId, product, evidence.reason, evidence.localDate]);
  const _id = createHash('sha256').update(same).digest('hex').slice(0, 32);
  await ignoringDuplicates(store.refusals.create({ ...given, _id, at: now }));
}

/** A page, the newest first; `after` is the instant and the id of the last one of the page before. */
export function listRefusals(
  store: RefusalsStore,
  {
    organizationId,
    after,
    limit,
    now,
  }: {
    organizationId?: string | undefined;
    after?: readonly [at: Date, id: string] | undefined;
    limit: number;
    now: Date;
  },
): Promise<Refusal[]> {
  const oldest = new Date(now.getTime() - REFUSAL_RETENTION_MS);
  const conditions: QueryFilter<Refusal>[] = [{ at: trusted({ $gt: oldest }) }];
  if (organizationId !== undefined) conditions.push({ organizationId });
  if (after !== undefined) {
    const [at, id] = after;
    conditions.push({ $or: [{ at: trusted({ $lt: at }) }, { at, _id: trusted({ $lt: id }) }] });
  }
  return store.refusals
    .find({ $and: conditions })
    .sort({ at: -1, _id: -1 })
    .limit(limit)
    .lean<Refusal[]>()
    .exec();
}
