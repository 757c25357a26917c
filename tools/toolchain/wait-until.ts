import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until `probe` answers something other than undefined or false.
 * @throws Error naming `what` when that takes longer than `timeoutMs`; whatever `probe` throws ends the wait at once.
 */
export async function waitUntil<T>(
  what: string,
  timeoutMs: number,
  probe: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
    const answer = await probe();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${Math.round(timeoutMs / 1_000)} s in vain for ${what}`);
    await sleep(pause);
  }
}
