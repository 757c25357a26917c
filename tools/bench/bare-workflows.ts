import {
  condition,
  defineSignal,
  defineUpdate,
  proxySinks,
  setHandler,
  sleep,
  type Sinks,
} from '@temporalio/workflow';

/** What a bare workflow tells the bench: the least that can be done on the engine, to compare with. */
export interface BareSinks extends Sinks {
  bench: { ran(): void; fired(): void };
}

const { bench } = proxySinks<BareSinks>();

export const add = defineUpdate<number, [number]>('add');
export const poke = defineSignal('poke');

/** A counter that takes updates and signals and never ends by itself. */
export async function counter(): Promise<void> {
  let sum = 0;
  setHandler(add, (n) => (sum += n));
  setHandler(poke, () => void (sum += 1));
  bench.ran();
  await condition(() => false);
}

/** One timer until an instant (epoch ms), then the end. */
export async function timer(until: number): Promise<void> {
  bench.ran();
  await sleep(Math.max(1, until - Date.now()));
  bench.fired();
}
