import { prepareChromium } from './chromium';
import { findMongod } from './mongod';
import { mongoJavaCommand } from './mongo-java';
import type { Progress } from './progress';
import { temporalCli } from './temporal-cli';
import { timeSkippingServer } from './time-skipping-server';

/** Fetches or builds whatever servers and browser the tests need and this machine lacks, one after another, telling each step. */
export async function prepareServers(say: Progress): Promise<void> {
  if (!process.env['TEMPORAL_ADDRESS']) await temporalCli(say);
  if (!process.env['MONGODB_URI'] && !(await findMongod(say))) await mongoJavaCommand(say);
  await timeSkippingServer(say);
  await prepareChromium(say);
}
