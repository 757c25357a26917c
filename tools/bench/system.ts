import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { createConnection, type Connection } from 'mongoose';
import { lazyClient } from '../../src/engine/lazy-client';
import { keptKey } from '../../src/kept-key';
import { openStore, type Store } from '../../src/store/store';
import { seedDemoData } from '../seed';
import { payloadKey } from '../start/payload-key';
import { startNodeService } from '../start/node-service';
import { freePort } from '../toolchain/free-port';
import { projectRoot } from '../toolchain/project-root';
import { startMongo } from '../toolchain/start-mongo';
import { startTemporal } from '../toolchain/start-temporal';
import { waitUntil } from '../toolchain/wait-until';
import { BareEngine } from './bare-engine';
import { Product, type Caller } from './product';

const PASSWORD = 'bench-password-1';

/** The product as `npm start` runs it, and the bare engine beside it on the same server. */
export interface System {
  product: Product;
  bare: BareEngine;
  store: Store;
  /** The bare driver, as patient as it comes: sixteen lists at once keep the stand-in busy for seconds. */
  raw: Connection;
  client: Client;
  people: Record<'clientSession' | 'clientKey' | 'agentKey' | 'admin', Caller>;
  /** Which MongoDB it is: figures with the stand-in measure it, not MongoDB. */
  mongoKind: string;
  /** Resident memory of the worker, in MiB. */
  workerMemory: () => Promise<number>;
  stop: () => Promise<void>;
}

export async function startSystem(): Promise<System> {
  const dataDir = join(projectRoot(), '.data', 'bench');
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const temporal = await startTemporal({ dataDir, headless: true });
  const mongo = await startMongo({ dataDir, database: 'bench' });
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    MONGODB_URI: mongo.uri,
    TEMPORAL_ADDRESS: temporal.address,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_GENERAL: '0',
    RATE_LIMIT_CREDENTIALS: '0',
    ...payloadKey(dataDir),
    SESSION_SECRET_KEY: keptKey(join(dataDir, 'session-secret.key')),
  };
  process.env['TEMPORAL_ADDRESS'] = temporal.address;
  const store = await openStore(mongo.uri);
  const raw = await createConnection(mongo.uri).asPromise();
  await seedDemoData(store, { password: PASSWORD });
  await store.agents.updateMany({}, { $set: { capacity: 100_000 } });
  const worker = startNodeService('src/worker.js', { name: 'worker', dataDir, env });
  const api = startNodeService('src/api/server.js', { name: 'api', dataDir, env });
  const url = `http://127.0.0.1:${port}`;
  await waitUntil('the product', 60_000, () => isReady(url));
  const client = lazyClient();
  const bare = await BareEngine.start(client, env);
  const product = new Product(url);
  const clientSession = await product.logIn('cliente@optica-demo.test', PASSWORD);
  await product.readCatalogue(clientSession);
  return {
    product,
    bare,
    store,
    raw,
    client,
    mongoKind: mongo.kind,
    people: {
      clientSession,
      clientKey: await product.keyOf(clientSession),
      agentKey: await product.keyOf(await product.logIn('agente1@e-optics.test', PASSWORD)),
      admin: await product.logIn('admin@e-optics.test', PASSWORD),
    },
    workerMemory: () => residentMiB(worker.pid),
    async stop() {
      bare.stop();
      await client.connection.close();
      await raw.close();
      await store.close();
      await api.stop();
      await worker.stop();
      await mongo.stop();
      await temporal.stop();
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/v1/health/ready`);
    return ((await response.json()) as { workers?: string }).workers === 'ok';
  } catch {
    return false;
  }
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
