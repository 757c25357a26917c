import { randomBytes } from 'node:crypto';
import { startMongo } from '../../tools/toolchain/start-mongo';
import { startTemporal } from '../../tools/toolchain/start-temporal';
import { timeSkippingServer } from '../../tools/toolchain/time-skipping-server';
import { TEST_SERVERS, type SharedServers } from './shared-servers';

/** One Temporal server and one MongoDB for the whole run, both in memory, unless the environment names some. */
// eslint-disable-next-line no-restricted-syntax -- jest takes nothing else
export default async function globalSetup(): Promise<void> {
  // Prepared here, since the first time takes longer than a test may.
  const [temporal, mongo] = await Promise.all([
    process.env['TEMPORAL_ADDRESS'] ? undefined : startTemporal({ headless: true }),
    process.env['MONGODB_URI'] ? undefined : startMongo(),
    timeSkippingServer(),
  ]);
  const servers: SharedServers = {
    run: randomBytes(4).toString('hex'),
    temporalAddress: temporal?.address ?? process.env['TEMPORAL_ADDRESS'] ?? '',
    mongoUri: mongo?.uri ?? process.env['MONGODB_URI'] ?? '',
  };
  process.env[TEST_SERVERS] = JSON.stringify(servers);
  globalThis.stopTestServers = async () => {
    // Nothing of theirs is worth keeping, so no time is spent on an orderly end.
    await Promise.all([temporal?.kill(), mongo?.kill()]);
  };
}
