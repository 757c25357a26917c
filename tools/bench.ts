import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { authentication } from './bench/authentication';
import { deadlinesAtOnce } from './bench/deadlines-at-once';
import { drive, pace, percentile } from './bench/load';
import { fillReadModel } from './bench/open-tickets';
import { record, table } from './bench/report';
import { startSystem, type System } from './bench/system';
import { waitUntil } from './toolchain/wait-until';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: 'all' } },
});
const ROUNDS = Number(options.rounds);
/** Operations of a round: enough for a p99, few enough for five alternating rounds in minutes. */
const PER_ROUND = 300;
/** Tickets, or bare workflows, over which commands are spread. */
const OVER = 50;

/** Ratios against the bare engine and the bare driver in one run on one server; see README, "Speed". */
const PARTS: Record<string, (system: System) => Promise<void>> = {
  accepting: acceptingAndCommands,
  burst: burstAndPace,
  reading,
  deadlines: async (system) => {
    for (let round = 0; round < ROUNDS; round += 1) await deadlinesAtOnce(system, 300);
  },
  authentication: (system) => authentication(system, ROUNDS),
  memory,
};

async function main(): Promise<void> {
  const system = await startSystem();
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (options.only !== 'all' && !options.only.split(',').includes(name)) continue;
      console.log(`… ${name}`);
      await part(system);
    }
    console.log(
      `\nMongoDB: ${system.mongoKind}; concurrency 16; Temporal on SQLite (WAL, synchronous=full)\n`,
    );
    console.log(table());
  } finally {
    await system.stop();
  }
}

/** Bare and product in turn, so that a slower minute of the machine hits both. */
async function acceptingAndCommands({ product, bare, store, people }: System): Promise<void> {
  let folios = (await product.creates(people.clientKey, OVER)).folios;
  await untilRunning({ store }, folios);
  for (let round = 0; round < ROUNDS; round += 1) {
    const bareStarts = await bare.starts(PER_ROUND);
    const creates = await product.creates(people.clientKey, PER_ROUND);
    await untilRunning({ store }, creates.folios);
    record('tickets accepted / bare starts', ['>=', 3], creates.perSecond / bareStarts.perSecond);
    folios = creates.folios.slice(-OVER);

    const bareUpdates = await bare.updates(PER_ROUND, OVER);
    const commands = await product.commands(people.agentKey, folios, PER_ROUND);
    record('commands / bare executeUpdate', ['>=', 0.7], commands.perSecond / bareUpdates.perSecond);
    record('command p99 / bare p99', ['<=', 2], commands.p99 / bareUpdates.p99);
    record('command visible in GET, p99', ['<=', 300], commands.visible, 'ms');

    const bareSignals = await bare.signals(PER_ROUND, OVER);
    const replies = await product.replies(people.clientKey, folios, PER_ROUND);
    record('replies accepted / bare signals', ['>=', 1], replies.perSecond / bareSignals.perSecond);
    record('reply p99 / bare signal p99', ['<=', 2], replies.p99 / bareSignals.p99);
    await untilQuiet({ store });
  }
}

/** How soon the workflows of accepted tickets run. */
async function burstAndPace({ product, bare, store, people }: System): Promise<void> {
  for (let round = 0; round < Math.min(ROUNDS, 3); round += 1) {
    const bareStarts = await bare.starts(1_000);
    const began = Date.now();
    const { folios } = await product.creates(people.clientKey, 1_000);
    const ran = await untilRunning({ store }, folios);
    record(
      '1,000 creates all running / 1,000 bare starts',
      ['<=', 1.4],
      (Math.max(...ran.values()) - began) / 1000 / bareStarts.seconds,
    );

    const accepted = new Map<string, number>();
    await pace(bareStarts.perSecond / 2, PER_ROUND, async () => {
      const folio = await product.createTicket(people.clientKey);
      accepted.set(folio, Date.now());
    });
    const running = await untilRunning({ store }, [...accepted.keys()]);
    const delays = [...accepted].map(([folio, at]) => running.get(folio)! - at);
    record(
      'accepted → running at half the bare start rate, p99',
      ['<=', 1_000],
      percentile(delays, 0.99),
      'ms',
    );
  }
}

/** Reads against the same query through the driver, at 10,000 open tickets. */
async function reading({ product, store, raw: driver, people }: System): Promise<void> {
  const like = await product.createTicket(people.clientKey);
  await untilRunning({ store }, [like]);
  const folios = await fillReadModel(store, like, 10_000);
  const raw = driver.collection(store.tickets.collection.name);
  const page = { closed: false };
  const order = { rank: 1, createdAt: 1, _id: 1 } as const;
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await drive(1_000, (index) => raw.findOne({ _id: folios[index * 7]! as never }));
    for (const how of ['clientSession', 'clientKey'] as const) {
      const got = await drive(1_000, (index) =>
        product.call(people[how], 'GET', `/tickets/${folios[index * 7]!}`),
      );
      record(
        `GET one ticket (${how === 'clientKey' ? 'API key' : 'session'}) / raw findOne`,
        ['>=', 0.25],
        got.perSecond / one.perSecond,
      );
    }
    const list = await drive(48, () => raw.find(page).sort(order).limit(50).toArray());
    const listed = await drive(48, () => product.call(people.agentKey, 'GET', '/tickets?limit=50'));
    record('GET list of 50 / raw find', ['>=', 0.5], listed.perSecond / list.perSecond);
  }
  for (let from = 0; from < folios.length; from += 500)
    await store.tickets.deleteMany({ _id: { $in: folios.slice(from, from + 500) } });
}

/** The worker's memory does not grow with the number of idle open tickets. */
async function memory({ product, store, people, workerMemory }: System): Promise<void> {
  const sizes: number[] = [];
  for (let step = 0; step < 4; step += 1) {
    const { folios } = await product.creates(people.clientKey, 1_000);
    await untilRunning({ store }, folios);
    await wait(2_000);
    sizes.push(await workerMemory());
  }
  console.log(
    `worker memory after each 1,000 open tickets: ${sizes.map((size) => `${size.toFixed(0)} MiB`).join(', ')}`,
  );
  record(
    'worker memory, last 1,000 open tickets / the 1,000 before',
    ['<=', 1.1],
    sizes.at(-1)! / sizes.at(-2)!,
  );
}

/** When the workflow of each ticket first wrote, in epoch ms. */
async function untilRunning(
  { store }: Pick<System, 'store'>,
  folios: string[],
): Promise<Map<string, number>> {
  const first = { _id: { $in: folios.map((folio) => `${folio}:1`) } };
  // They start in their order: the last is asked for, by its key, so that the asking is no load of its own.
  const last = `${folios.at(-1)}:1`;
  await waitUntil(
    'the last ticket to run',
    300_000,
    async () => (await store.events.findById(last).select({ _id: 1 }).lean()) !== null,
  );
  await waitUntil(
    'all tickets to run',
    300_000,
    async () => (await store.events.countDocuments(first)) >= folios.length,
  );
  const events = await store.events.find(first).select({ folio: 1, writtenAt: 1 }).lean();
  return new Map(events.map(({ folio, writtenAt }) => [folio, Date.parse(writtenAt)]));
}

async function untilQuiet({ store }: Pick<System, 'store'>): Promise<void> {
  await waitUntil(
    'all replies to be on record',
    300_000,
    async () => (await store.inboxes.countDocuments({ oldestPendingAt: { $gt: '' } })) === 0,
  );
}

void main();
