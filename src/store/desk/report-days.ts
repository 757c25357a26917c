import { Schema, type Connection, type Model } from 'mongoose';
import { countFacts } from '../../domain/reports/counts';
import type { ClosingFact, RegistrationFact } from '../../domain/reports/facts';
import type { WordPairs } from '../../domain/reports/recurring-words';
import { sumClosings, sumRegistrations } from '../../domain/reports/service-sums';
import { collection, type Holds } from '../mongo/collection';
import { bucketsOf, folioOf, type FactBucket, type FactKind, type ReportFactsStore } from './report-facts';

/**
 * What the facts of one day add up to. `_id` is `kind:day`. The sums are those of the facts that stood when there were
 * `madeFrom` marks; every fact written since has left another mark, so that old sums are known without a look at any fact.
 */
export interface ReportDay extends Partial<DaySums> {
  _id: string;
  marks: number;
  madeFrom?: number;
}

/** The part of the store that holds them. */
export type ReportDaysStore = Holds<'reportDays', ReportDay>;

/** Each as JSON: it is read whole or not at all, and far faster than a document of as many fields. */
export interface DaySums {
  /** `Counts`. */
  counts: string;
  /** `RegistrationSums` or `ClosingSums`. */
  service: string;
  /** `WordPairs`; nothing of closings. */
  words: string;
}

export function reportDayModel(connection: Connection): Model<ReportDay> {
  const schema = new Schema(
    {
      ...{ _id: { type: String, required: true }, marks: Number, madeFrom: Number },
      ...{ counts: String, service: String, words: String },
    },
    { collection: 'report_days' },
  );
  return collection(connection, 'ReportDay', schema);
}

/** Days whose facts are read at once. */
const DAYS_AT_ONCE = 16;

/**
 * One part of the sums by day, up to date; days of which there is nothing are left out. Costs one look by key for all
 * days, and another one for those that changed since somebody asked last.
 */
export async function readDays<Sums>(
  store: ReportDaysStore & ReportFactsStore,
  kind: FactKind,
  days: readonly string[],
  part: keyof DaySums,
): Promise<Map<string, Sums>> {
  const keys = days.map((day) => `${kind}:${day}`);
  const documents = await store.reportDays.collection
    .find<ReportDay>({ _id: { $in: keys } } as object, { projection: { marks: 1, madeFrom: 1, [part]: 1 } })
    .toArray();
  const old = documents.filter(({ marks, madeFrom }) => marks !== madeFrom);
  const renewed = new Map<string, DaySums>();
  for (let start = 0; start < old.length; start += DAYS_AT_ONCE) {
    for (const [id, sums] of await renew(store, kind, old.slice(start, start + DAYS_AT_ONCE)))
      renewed.set(id, sums);
  }
  return new Map(
    documents.map((document) => [
      dayIn(document),
      JSON.parse((renewed.get(document._id) ?? document)[part] ?? 'null') as Sums,
    ]),
  );
}

/** Makes anew whatever sums are old, so that the first report after a rebuild is as fast as any other. */
export async function renewDays(store: ReportDaysStore & ReportFactsStore): Promise<void> {
  const documents = await store.reportDays.find().select({ _id: 1 }).lean<ReportDay[]>();
  for (const kind of ['registered', 'closed'] as const) {
    const days = documents.filter(({ _id }) => _id.startsWith(`${kind}:`)).map(dayIn);
    await readDays(store, kind, days, 'counts');
  }
}

async function renew(
  store: ReportDaysStore & ReportFactsStore,
  kind: FactKind,
  old: readonly ReportDay[],
): Promise<Map<string, DaySums>> {
  const keys = old.flatMap((document) => bucketsOf(kind, dayIn(document)));
  const buckets = await store.reportFacts.collection
    .find<FactBucket>({ _id: { $in: keys } } as object)
    .toArray();
  const sums = new Map(
    old.map(({ _id }) => [
      _id,
      sumsOf(
        kind,
        buckets.filter((bucket) => bucket._id.startsWith(`${_id}:`)),
      ),
    ]),
  );
  const writes = old.map(({ _id, marks }) => ({
    updateOne: { filter: { _id }, update: { $set: { madeFrom: marks, ...sums.get(_id) } } },
  }));
  await store.reportDays.collection.bulkWrite(writes as never[], { ordered: false });
  return sums;
}

function sumsOf(kind: FactKind, buckets: readonly FactBucket[]): DaySums {
  const entries = buckets.flatMap(({ facts }) => Object.entries(facts));
  const facts = entries.map(([, fact]) => fact);
  const registered = kind === 'registered';
  return {
    counts: JSON.stringify(countFacts(facts)),
    service: JSON.stringify(
      registered ? sumRegistrations(facts as RegistrationFact[]) : sumClosings(facts as ClosingFact[]),
    ),
    words: JSON.stringify(registered ? wordsOf(entries as [string, RegistrationFact][]) : {}),
  };
}

function wordsOf(entries: readonly [string, RegistrationFact][]): WordPairs {
  const words: Record<string, number[]> = {};
  for (const [name, { organization, words: numbers }] of entries) {
    const own = (words[organization] ??= []);
    for (const number of numbers) own.push(number, Number(folioOf(name)));
  }
  return words;
}

function dayIn({ _id }: ReportDay): string {
  return _id.slice(_id.indexOf(':') + 1);
}
