import { dropTestDatabases } from './shared-servers';

// eslint-disable-next-line no-restricted-syntax -- jest takes nothing else
export default async function globalTeardown(): Promise<void> {
  if (process.env['MONGODB_URI']) await dropTestDatabases();
  await globalThis.stopTestServers?.();
}
