import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { freePort } from './free-port';
import { claimDataFolder } from './pid-file';
import { running, untilReady, type MongoOptions, type RunningMongo } from './running-mongo';
import { startServerProcess, type ServerProcess } from './server-process';

/** Starts a real mongod as a replica set of one, since a standalone one has neither transactions nor change streams. */
export async function startMongod(mongod: string, options: MongoOptions): Promise<RunningMongo> {
  const port = options.port ?? (await freePort());
  const scratch = options.dataDir ? undefined : await mkdtemp(join(tmpdir(), 'e-optics-mongo-'));
  const claim = options.dataDir ? await claimDataFolder(options.dataDir, 'mongo') : undefined;
  const dbPath = scratch ?? join(options.dataDir ?? '', 'mongod');
  await mkdir(dbPath, { recursive: true });
  const server = startServerProcess(
    mongod,
    [
      '--dbpath',
      dbPath,
      '--port',
      String(port),
      '--bind_ip',
      '127.0.0.1',
      '--replSet',
      'rs0',
      '--quiet',
      '--wiredTigerCacheSizeGB',
      '0.5',
      '--nounixsocket',
    ],
    { logFile: options.dataDir && join(options.dataDir, 'mongo.log') },
  );
  await claim?.hold(server.pid);
  if (scratch) void server.ended.then(() => rm(scratch, { recursive: true, force: true }));
  await becomePrimary(server, port);
  const uri = `mongodb://127.0.0.1:${port}/${options.database ?? 'support'}?replicaSet=rs0&w=majority&journal=true`;
  return running(server, 'mongod', uri, port, claim);
}

/** A replica set of one: the first start makes it, each start waits for its election. */
async function becomePrimary(server: ServerProcess, port: number): Promise<void> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    await untilReady(server, 'MongoDB (mongod)', async () => {
      try {
        const hello = await client.db('admin').command({ hello: 1 });
        if (hello['isWritablePrimary'] === true) return true;
        if (hello['setName'] === undefined) {
          const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
          await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } });
        }
      } catch {
        // Not listening yet, or initiated by the round before: the next round sees.
      }
      return false;
    });
  } finally {
    await client.close();
  }
}
