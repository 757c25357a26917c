import { Schema, type Connection, type Model } from 'mongoose';
import { collection, type Connected, type Holds } from '../mongo/collection';
import type { ArchiveStore } from './archive';
import type { IntakesStore } from './intakes';
import type { TicketsStore } from './tickets';

/** What is read and written here. */
type Reach = ArchiveStore & Connected & FolioCounterStore & IntakesStore & TicketsStore;

interface CounterDocument {
  _id: string;
  value: number;
}

/** The part of the store that holds them. */
export type FolioCounterStore = Holds<'folioCounter', CounterDocument>;

const FOLIO = 'folio';

export function folioCounterModel(connection: Connection): Model<CounterDocument> {
  const schema = new Schema(
    { _id: { type: String, required: true }, value: { type: Number, required: true } },
    { collection: 'counters' },
  );
  return collection(connection, 'Counter', schema);
}

/** Gives folios, digits only. Requests that come in the same moment share one write. */
export class FolioCounter {
  private waiting: { resolve: (folio: string) => void; reject: (error: unknown) => void }[] = [];
  private ready: Promise<void> | null = null;

  constructor(private readonly store: Reach) {}

  next(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => void this.take());
    });
  }

  private async take(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    try {
      await this.begin();
      const last = await takeFolios(this.store, group.length);
      group.forEach(({ resolve }, index) => resolve(String(last - group.length + 1 + index)));
    } catch (error) {
      group.forEach(({ reject }) => reject(error));
    }
  }

  private begin(): Promise<void> {
    this.ready ??= raiseToHighestKnown(this.store).catch((error: unknown) => {
      this.ready = null;
      throw error;
    });
    return this.ready;
  }
}

/** The value before the increment: a server that reads the new value afterwards may give two callers the same one. */
async function takeFolios(store: FolioCounterStore, count: number): Promise<number> {
  const before = await store.folioCounter.findOneAndUpdate(
    { _id: FOLIO },
    { $inc: { value: count } },
    { returnDocument: 'before' },
  );
  if (!before) throw new Error('The folio counter is gone');
  return before.value + count;
}

/** A counter restored from an old backup must not give a folio away twice. */
async function raiseToHighestKnown(store: Reach): Promise<void> {
  const counter = await store.folioCounter.findById(FOLIO).lean();
  const highest = Math.max(
    FIRST_FOLIO - 1,
    await highestFolio(store, store.intakes.collection.name),
    await highestFolio(store, store.archive.collection.name),
    await highestFolio(store, store.tickets.collection.name),
  );
  if (counter)
    await store.folioCounter.updateOne({ _id: FOLIO, value: { $lt: highest } }, { $set: { value: highest } });
  else
    await store.folioCounter.updateOne(
      { _id: FOLIO },
      { $setOnInsert: { value: highest } },
      { upsert: true },
    );
}

/** Six digits from the first day: a folio is read aloud on the phone. */
const FIRST_FOLIO = 100_001;

/** Folios are strings, and "999999" sorts behind "1000000": the highest is looked for among those of most digits. */
async function highestFolio({ connection }: Connected, name: string): Promise<number> {
  const collection = connection.collection<{ _id: string }>(name);
  let highest = 0;
  for (let digits = String(FIRST_FOLIO).length; ; digits += 1) {
    const ofThisLength = { _id: { $regex: `^\\d{${digits}}$` } };
    const [last] = await collection
      .find(ofThisLength)
      .sort({ _id: -1 })
      .limit(1)
      .project({ _id: 1 })
      .toArray();
    highest = Math.max(highest, Number(last?.['_id'] ?? 0));
    const longer = await collection.findOne({ _id: { $regex: `^\\d{${digits + 1},}$` } });
    if (!longer) return highest;
  }
}
