import mongoose from 'mongoose';

declare global {
  var stopTestServers: (() => Promise<void>) | undefined;
}

/** Environment variable in which the global set-up hands the servers on to the test processes. */
export const TEST_SERVERS = 'E_OPTICS_TEST_SERVERS';

export interface SharedServers {
  /** Begins the names of everything that this run makes on the servers. */
  run: string;
  temporalAddress: string;
  mongoUri: string;
}

export function sharedServers(): SharedServers {
  const handed = process.env[TEST_SERVERS];
  if (!handed) throw new Error('No test servers: is test/support/global-setup.ts in the jest configuration?');
  return JSON.parse(handed) as SharedServers;
}

/** Removes this run's databases from a MongoDB that outlives it. */
export async function dropTestDatabases(): Promise<void> {
  const { run, mongoUri } = sharedServers();
  const client = await mongoose.mongo.MongoClient.connect(mongoUri);
  try {
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
    const ours = databases.filter(({ name }) => name.startsWith(`test_${run}_`));
    for (const { name } of ours) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}
