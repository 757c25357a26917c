import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { freePort } from './free-port';
import { mongoJavaCommand } from './mongo-java';
import { findMongod } from './mongod';
import { claimDataFolder } from './pid-file';
import { toStandardError, type Progress } from './progress';
import { startServerProcess, type ServerProcess } from './server-process';
import { waitUntil } from './wait-until';

export interface MongoOptions {
  /** Folder for its data; without one nothing outlives the server. */
  dataDir?: string;
  port?: number;
  /** Database named in `uri`; default "support". */
  database?: string;
  say?: Progress;
}

export interface RunningMongo {
  uri: string;
  port: number;
  pid: number;
  /** Which server it is: a real mongod, or the Java server that stands in for it. */
  kind: 'mongod' | 'mongo-java';
  /** Resolves with a short description when it has ended, by whatever cause. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** SIGKILL, as a crash. Starting again with the same options brings it back with all that it acknowledged. */
  kill(): Promise<void>;
}

const READY_MS = 60_000;

/** Starts a MongoDB of our own on the loopback interface and returns when it takes writes. */
export async function startMongo(options: MongoOptions = {}): Promise<RunningMongo> {
  const say = options.say ?? toStandardError;
  const mongod = await findMongod(say);
  return mongod ? startMongod(mongod, options) : startMongoJava(options, say);
}

async function startMongoJava(options: MongoOptions, say: Progress): Promise<RunningMongo> {
  const { program, args } = await mongoJavaCommand(say);
  const port = options.port ?? (await freePort());
  const claim = options.dataDir ? await claimDataFolder(options.dataDir, 'mongo') : undefined;
  const file = options.dataDir ? [join(options.dataDir, 'mongo.mv')] : [];
  let ready = false;
  const server = startServerProcess(program, [...args, String(port), ...file], {
    logFile: options.dataDir && join(options.dataDir, 'mongo.log'),
    onLine: (line) => (ready ||= line.startsWith('ready ')),
  });
  await claim?.hold(server.pid);
  await untilReady(server, 'MongoDB (mongo-java-server)', () => ready);
  const uri = `mongodb://127.0.0.1:${port}/${options.database ?? 'support'}?directConnection=true`;
  return running(server, 'mongo-java', uri, port, claim);
}

async function startMongod(mongod: string, options: MongoOptions): Promise<RunningMongo> {
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

async function untilReady(
  server: ServerProcess,
  what: string,
  probe: () => boolean | Promise<boolean>,
): Promise<void> {
  try {
    await waitUntil(what, READY_MS, async () => {
      if (server.hasEnded()) throw new Error(`${what} ended at once\n${server.lastOutput()}`);
      return probe();
    });
  } catch (error) {
    await server.kill();
    throw error;
  }
}

function running(
  server: ServerProcess,
  kind: RunningMongo['kind'],
  uri: string,
  port: number,
  claim: { release(): Promise<void> } | undefined,
): RunningMongo {
  return {
    uri,
    port,
    pid: server.pid,
    kind,
    ended: server.ended,
    async stop() {
      await server.stop();
      await claim?.release();
    },
    kill: () => server.kill(),
  };
}
