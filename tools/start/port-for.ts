import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isPortFree } from '../toolchain/free-port';
import type { Progress } from '../toolchain/progress';

/** The wanted port, or, when somebody has it, another one, and a sentence that says so. */
export async function portFor(what: string, wanted: number, say: Progress): Promise<number> {
  if (wanted === 0) return freePort();
  // What an earlier start left may be on its way out.
  for (let look = 0; look < 4; look++) {
    if (await isPortFree(wanted)) return wanted;
    await sleep(250);
  }
  const port = await freePort();
  say(`Port ${wanted} for ${what} is in use by another program; taking ${port} instead.`);
  return port;
}
