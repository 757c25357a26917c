import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { mendDriverWrites } from '../../src/store/mongo/mend-driver-writes';
import type { RunningMongo } from '../../tools/toolchain/running-mongo';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { startMongoJava } from '../../tools/toolchain/start-mongo-java';

const WRITERS = 16;
/** Who begins to write once the server is known to be dead waits that long for another one; the driver's own is 30 s. */
const SELECTION_MS = 2_000;

describe('the Java server that stands in for a mongod', () => {
  let dataDir: string;
  let mongo: RunningMongo;
  let client: mongoose.mongo.MongoClient;

  // A write whose connection breaks in that moment ends with it, as in the service.
  beforeAll(mendDriverWrites);

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'e-optics-test-'));
    await begin();
  });
  afterEach(async () => {
    await client.close();
    await mongo.stop();
    await rm(dataDir, { recursive: true });
  });

  async function begin(port?: number): Promise<void> {
    mongo = await startMongoJava({ dataDir, port, expiryEveryS: 1 });
    client = await mongoose.mongo.MongoClient.connect(mongo.uri, {
      serverSelectionTimeoutMS: SELECTION_MS,
    });
  }

  async function crashAndBeginAgain(): Promise<void> {
    await mongo.kill();
    await client.close();
    await begin(mongo.port);
  }

  it('says at once that its port is taken', async () => {
    await expect(startMongoJava({ port: mongo.port })).rejects.toThrow(/ended at once.*already in use/s);
  }, 20_000);

  it('loses nothing that it acknowledged when it is killed among many writers', async () => {
    await client.db().collection('tickets').createIndex({ number: 1 }, { unique: true });
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round++) {
      await writeUntilItDies(round, acknowledged);
      await crashAndBeginAgain();

      const tickets = client.db().collection<Ticket>('tickets');
      const found = new Set(
        await tickets
          .find()
          .map(({ number }) => number)
          .toArray(),
      );
      expect(acknowledged.filter((number) => !found.has(number))).toEqual([]);
      await expectIndexToAgree(tickets, found);
    }
    expect(acknowledged.length).toBeGreaterThan(300);
  });

  async function writeUntilItDies(round: number, acknowledged: number[]): Promise<void> {
    const tickets = client.db().collection<Ticket>('tickets');
    const goal = acknowledged.length + 200;
    let next = round * 1_000_000;
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (;;) {
          const number = next++;
          try {
            await tickets.insertOne({ _id: String(number), number, text: 'x'.repeat(2_000) });
          } catch {
            return; // It was killed: this one was never acknowledged.
          }
          acknowledged.push(number);
          if (acknowledged.length === goal) void mongo.kill();
        }
      }),
    );
  }

  /** A crash between a document and its index entry would leave an entry that refuses a new document. */
  async function expectIndexToAgree(
    tickets: mongoose.mongo.Collection<Ticket>,
    found: Set<number>,
  ): Promise<void> {
    for (const number of [...found].slice(-WRITERS)) {
      expect(await tickets.findOne({ number })).not.toBeNull();
      await expect(tickets.insertOne({ _id: `again ${number}`, number, text: '' })).rejects.toMatchObject({
        code: 11000,
      });
    }
    const last = Math.max(...found);
    for (let number = last - WRITERS; number <= last + 2 * WRITERS; number++) {
      if (found.has(number)) continue;
      await tickets.insertOne({ _id: String(number), number, text: '' });
      await tickets.deleteOne({ _id: String(number) });
    }
  }

  it('keeps updates and deletions over a kill too', async () => {
    const tickets = client.db().collection<Ticket>('tickets');
    await tickets.insertMany([1, 2].map((number) => ({ _id: String(number), number, text: 'first' })));
    await tickets.updateOne({ _id: '1' }, { $set: { text: 'second' } });
    await tickets.deleteOne({ _id: '2' });
    await tickets.findOneAndUpdate({ _id: 'counter' }, { $inc: { number: 7 } }, { upsert: true });
    await crashAndBeginAgain();
    const after = await client.db().collection<Ticket>('tickets').find().sort({ _id: 1 }).toArray();
    expect(after).toEqual([
      { _id: '1', number: 1, text: 'second' },
      { _id: 'counter', number: 7 },
    ]);
  });

  it('answers a search with what it found, whatever is written meanwhile', async () => {
    const tickets = client.db().collection<Ticket>('tickets');
    await tickets.createIndex({ text: 1 });
    await tickets.insertMany(
      Array.from({ length: 100 }, (_, number) => ({ _id: String(number), number: 0, text: 'pending' })),
    );
    let reading = true;
    const writing = Array.from({ length: 3 }, async (_, writer) => {
      for (let round = writer; reading; round += 7) {
        const text = round % 2 ? 'pending' : 'sending';
        await tickets.updateOne({ _id: String(round % 100) }, { $set: { text }, $inc: { number: 1 } });
      }
    });
    const found: Ticket[] = [];
    for (let look = 0; look < 500; look += 1)
      found.push(...(await tickets.find({ text: 'pending' }).limit(50).toArray()));
    reading = false;
    await Promise.all(writing);
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter(({ text }) => text !== 'pending')).toEqual([]);
  });

  it('removes what an index says has expired, and nothing else', async () => {
    const offers = client.db().collection<{ _id: string; forgetAt?: Date }>('offers');
    await offers.createIndex({ forgetAt: 1 }, { expireAfterSeconds: 60 });
    const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1_000);
    await offers.insertMany([
      { _id: 'expired', forgetAt: ago(90) },
      { _id: 'soon', forgetAt: ago(10) },
      { _id: 'for ever' },
    ]);
    await waitUntil('the expired one to go', 20_000, async () => (await offers.countDocuments()) < 3);
    expect((await offers.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)).toEqual([
      'for ever',
      'soon',
    ]);
  });

  it('keeps its file near the size of what is in it', async () => {
    const tickets = client.db().collection<Ticket>('tickets');
    const text = 'x'.repeat(1_000);
    const ids = Array.from({ length: 1_500 }, (_, number) => String(number));
    await byAllWriters(ids, (_id) => tickets.insertOne({ _id, number: Number(_id), text }));
    // Scattered updates rewrite a page each and leave its old one behind: without care for the file some 50 kB each.
    const scattered = Array.from({ length: 6_000 }, (_, round) => String((round * 733) % ids.length));
    await byAllWriters(scattered, (_id) => tickets.updateOne({ _id }, { $inc: { number: 1 } }));
    expect(await fileSize()).toBeLessThan(110_000_000);
    await crashAndBeginAgain();
    expect(await fileSize()).toBeLessThan(8_000_000);
    expect(await client.db().collection('tickets').countDocuments({ text })).toBe(ids.length);
  });

  async function byAllWriters<T>(work: T[], write: (item: T) => Promise<unknown>): Promise<void> {
    const rest = work.values();
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (const item of rest) await write(item);
      }),
    );
  }

  async function fileSize(): Promise<number> {
    return (await stat(join(dataDir, 'mongo.mv'))).size;
  }
});

interface Ticket {
  _id: string;
  number: number;
  text: string;
}
