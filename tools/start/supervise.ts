import { setTimeout as sleep } from 'node:timers/promises';
import type { Progress } from '../toolchain/progress';

/** Anything that runs until it ends by itself or is stopped. */
export interface Running {
  /** Resolves with a short description when it has ended, by whatever cause. */
  ended: Promise<string>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** After so long a life the next death counts as the first again, ms. */
const HEALTHY_AFTER_MS = 60_000;

/**
 * Keeps something running: when it ends unasked it is started again, half a second later at first, then after longer
 * and longer pauses. The first start must succeed, or its error is thrown.
 */
export async function supervise<T extends Running>(
  name: string,
  start: () => Promise<T>,
  say: Progress,
): Promise<Running & { first: T }> {
  const first = await start();
  let current: Running = first;
  const over = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    let began = Date.now();
    for (;;) {
      const how = await current.ended;
      if (over.signal.aborted) return;
      if (Date.now() - began > HEALTHY_AFTER_MS) pause = FIRST_PAUSE_MS;
      say(`${name} ended (${how}); starting it again in ${pause / 1_000} s …`);
      await sleep(pause, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted) return;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      began = Date.now();
      try {
        current = await start();
        say(`${name} is back.`);
      } catch (error) {
        current = neverBegan(error);
      }
      // The wish to stop may have come while it started.
      if (over.signal.aborted) await current.stop();
    }
  }

  async function end(how: 'stop' | 'kill'): Promise<void> {
    over.abort();
    await current[how]();
    await watching;
  }

  return { first, ended: watching.then(() => 'stopped'), stop: () => end('stop'), kill: () => end('kill') };
}

/** Takes the place of what could not be started: it has ended already, and there is nothing to stop. */
function neverBegan(error: unknown): Running {
  return {
    ended: Promise.resolve(error instanceof Error ? error.message : String(error)),
    stop: () => Promise.resolve(),
    kill: () => Promise.resolve(),
  };
}
