import { Schema, type Connection, type Model } from 'mongoose';
import type { ClosingFact, RegistrationFact } from '../../domain/reports/facts';
import { collection, type Holds } from '../mongo/collection';

export interface Facts {
  registered: RegistrationFact;
  closed: ClosingFact;
}
export type FactKind = keyof Facts;

/**
 * Facts of one day, by folio: each is put in its place however often it is written, so nothing is counted twice.
 * `_id` is `kind:day:n`; a day lies in several, told from the folio, so that no document grows great and all of a day
 * are found by their keys.
 */
export interface FactBucket<Kind extends FactKind = FactKind> {
  _id: string;
  facts: Record<string, Facts[Kind]>;
}

/** The part of the store that holds them. */
export type ReportFactsStore = Holds<'reportFacts', FactBucket>;

const BUCKETS = 16;

export function reportFactModel(connection: Connection): Model<FactBucket> {
  const schema = new Schema(
    { _id: { type: String, required: true }, facts: Schema.Types.Mixed },
    { collection: 'report_facts' },
  );
  return collection(connection, 'ReportFact', schema);
}

/** The key of the one that a ticket's fact is in. */
export function bucketOf(kind: FactKind, day: string, folio: string): string {
  return `${kind}:${day}:${Number(folio.slice(-6)) % BUCKETS}`;
}

/** The keys of everything that there may be of a day. */
export function bucketsOf(kind: FactKind, day: string): string[] {
  return Array.from({ length: BUCKETS }, (_none, index) => `${kind}:${day}:${index}`);
}

/** The name of a ticket's fact in its bucket: a bare number would be a place in a list to some servers. */
export function nameOf(folio: string): string {
  return `f${folio}`;
}

/** The folio that a name in a bucket stands for. */
export function folioOf(name: string): string {
  return name.slice(1);
}
