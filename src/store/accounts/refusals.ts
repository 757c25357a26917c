import { randomUUID } from 'node:crypto';
import { Schema, trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import type { CoverageEvidence, CoverageRefusal } from '../../domain/coverage/judge-coverage';
import { collection, strictSchema } from '../collection';
import type { Store } from '../store';

/** A ticket that was not registered for lack of cover, for those who renew contracts. Ids only, nothing personal. */
export interface Refusal {
  _id: string;
  organizationId: string;
  /** As it was asked for; it need not exist. */
  product: string;
  code: CoverageRefusal;
  evidence: CoverageEvidence;
  at: Date;
}

export function refusalModel(connection: Connection): Model<Refusal> {
  const schema = strictSchema('refusals', {
    _id: { type: String, required: true },
    organizationId: { type: String, required: true },
    product: { type: String, required: true },
    code: { type: String, required: true },
    evidence: { type: Schema.Types.Mixed, required: true },
    at: { type: Date, required: true },
  });
  schema.index({ at: -1, _id: -1 });
  schema.index({ organizationId: 1 });
  return collection(connection, 'Refusal', schema);
}

export async function keepRefusal(
  store: Store,
  given: Omit<Refusal, '_id' | 'at'>,
  now: Date,
): Promise<void> {
  await store.refusals.create({ ...given, _id: randomUUID(), at: now });
}

/** A page, the newest first; `after` is the instant and the id of the last one of the page before. */
export function listRefusals(
  store: Store,
  {
    organizationId,
    after,
    limit,
  }: {
    organizationId?: string | undefined;
    after?: readonly [at: Date, id: string] | undefined;
    limit: number;
  },
): Promise<Refusal[]> {
  const conditions: QueryFilter<Refusal>[] = [];
  if (organizationId !== undefined) conditions.push({ organizationId });
  if (after !== undefined) {
    const [at, id] = after;
    conditions.push({ $or: [{ at: trusted({ $lt: at }) }, { at, _id: trusted({ $lt: id }) }] });
  }
  return store.refusals
    .find(conditions.length > 0 ? { $and: conditions } : {})
    .sort({ at: -1, _id: -1 })
    .limit(limit)
    .lean<Refusal[]>()
    .exec();
}
