import { percentile } from './load';
import type { Caller, Product } from './product';
import { record } from './report';
import type { System } from './system';

const CALLS = 400;
const WARM_UP = 100;

/** Two routes that give back what they are sent and read nothing: one for everybody, one for those who are known. */
const OPEN = '/codec/decode';
const GUARDED = '/codec/encode';

/**
 * What authentication adds to a request, one request at a time, by key and by session. It is made of look-ups by key in
 * MongoDB, so one of those is taken beside it: with the stand-in, and on a busy machine, they cost several times as much.
 * @param rounds alternating, so that a slower minute of the machine hits all of them
 */
export async function authentication({ product, people, store }: System, rounds: number): Promise<void> {
  const byKey = await product.keyOf(people.admin);
  const callers = { key: byKey, session: people.admin };
  for (const caller of Object.values(callers)) await median(WARM_UP, () => ask(product, GUARDED, caller));
  for (let round = 0; round < rounds; round += 1) {
    const bare = await median(CALLS, () => ask(product, OPEN, null));
    const lookUp = await median(CALLS, () => store.users.findById('nobody').lean().exec());
    record('one look-up by key, p50', ['<=', 1], lookUp, 'ms');
    for (const [name, caller] of Object.entries(callers)) {
      const added = (await median(CALLS, () => ask(product, GUARDED, caller))) - bare;
      record(`authentication by ${name}, added p50`, ['<=', 1], added, 'ms');
    }
  }
}

function ask(product: Product, path: string, caller: Caller | null): Promise<unknown> {
  return product.call(caller, 'POST', path, { payloads: [] });
}

/** Milliseconds of the middle one of so many operations, one after the other. */
async function median(count: number, operation: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = performance.now();
    await operation();
    times.push(performance.now() - from);
  }
  return percentile(times, 0.5);
}
