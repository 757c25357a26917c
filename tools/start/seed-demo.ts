import { openStore } from '../../src/store/store';
import { seedDemoData } from '../seed';
import { DEMO_PEOPLE } from '../seed/demo-people';
import type { Progress } from '../toolchain/progress';

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
