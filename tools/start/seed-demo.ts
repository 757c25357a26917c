import { openStore } from '../../src/store/store';
import { seedDemoData } from '../seed';
import { DEMO_PEOPLE } from '../seed/demo-people';
import { seedDemoTickets } from '../seed/demo-tickets';
import type { Progress } from '../toolchain/progress';
import { untilTakesCommands } from '../product/until-takes-commands';

/**
 * Adds what is missing of the demo data, and returns a line for each account. A database that is not our own gets none
 * unless a password for it was chosen: accounts that everybody knows do not belong where real data may be.
 */
export async function seedDemo(mongoUri: string, password: string, say: Progress): Promise<string[]> {
  if (process.env['MONGODB_URI'] && !process.env['DEMO_PASSWORD']) {
    say('Demo data: none, since MONGODB_URI names a database of yours. Set DEMO_PASSWORD to have it there.');
    return [];
  }
  const store = await openStore(mongoUri);
  try {
    await seedDemoData(store, { password });
  } finally {
    await store.close();
  }
  return DEMO_PEOPLE.map(({ email, role }) => `${email} (${role})`);
}

/** How long the first start waits for its worker, ms. */
const WORKER_MS = 30_000;

/** The first start makes a few tickets, so that the pages have something to show; without them it starts as well. */
export async function seedTickets(url: string, password: string, say: Progress): Promise<void> {
  try {
    await untilTakesCommands(url, WORKER_MS);
    if ((await seedDemoTickets(url, password)) !== null)
      say('Demo data: made a few tickets in several states.');
  } catch (error) {
    say(
      `Demo data: its tickets were not all made (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}
