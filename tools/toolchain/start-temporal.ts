import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../src/workflows/search-attributes';
import { freePort } from './free-port';
import { listens } from './listens';
import { claimDataFolder } from './pid-file';
import { toStandardError, type Progress } from './progress';
import { registerSearchAttributes } from './register-search-attributes';
import { startServerProcess, type ServerProcess } from './server-process';
import { temporalCli } from './temporal-cli';
import { waitUntil } from './wait-until';

export interface TemporalOptions {
  /** Folder for its database; without one it lives in memory. */
  dataDir?: string;
  port?: number;
  uiPort?: number;
  /** Where the Web UI has sealed payloads opened. */
  codecEndpoint?: string;
  /** Without the Web UI. */
  headless?: boolean;
  /** Namespaces besides "default". */
  namespaces?: readonly string[];
  say?: Progress;
}

export interface RunningTemporal {
  /** host:port of its gRPC API. */
  address: string;
  uiUrl?: string;
  port: number;
  pid: number;
  /** Resolves with a short description when it has ended, by whatever cause. */
  ended: Promise<string>;
  stop(): Promise<void>;
  /** SIGKILL, as a crash. Starting again with the same options brings it back with all that it acknowledged. */
  kill(): Promise<void>;
}

/**
 * What we need to be set differently from the dev server's defaults. At most ten updates may be in flight for one
 * workflow by default; a burst of commands on one ticket is legitimate, and is answered by the deadline, not refused.
 */
const DYNAMIC_CONFIG = ['history.maxInFlightUpdates=100'];

const READY_MS = 60_000;

/**
 * A server that ends while it starts is started again: it picks free ports for its parts and takes them a moment later,
 * when another program may have been quicker.
 */
const ATTEMPTS = 3;

class EndedAtOnceError extends Error {}

/**
 * Starts a Temporal server of our own on the loopback interface and returns when it takes calls.
 * @throws Error with what it said when it does not come up
 */
export async function startTemporal(options: TemporalOptions = {}): Promise<RunningTemporal> {
  const program = await temporalCli(options.say ?? toStandardError);
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(program, options);
    } catch (error) {
      if (!(error instanceof EndedAtOnceError) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function startOnce(program: string, options: TemporalOptions): Promise<RunningTemporal> {
  const port = options.port ?? (await freePort());
  const uiPort = options.headless ? undefined : (options.uiPort ?? (await freePort()));
  const claim = options.dataDir ? await claimDataFolder(options.dataDir, 'temporal') : undefined;
  const server = startServerProcess(program, serverArgs(options, port, uiPort), {
    logFile: options.dataDir && join(options.dataDir, 'temporal.log'),
  });
  await claim?.hold(server.pid);
  const address = `127.0.0.1:${port}`;
  await untilReady(server, port, ['default', ...(options.namespaces ?? [])]);
  return {
    address,
    ...(uiPort === undefined ? {} : { uiUrl: `http://127.0.0.1:${uiPort}` }),
    port,
    pid: server.pid,
    ended: server.ended,
    async stop() {
      await server.stop();
      await claim?.release();
    },
    kill: () => server.kill(),
  };
}

function serverArgs(options: TemporalOptions, port: number, uiPort: number | undefined): string[] {
  return [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-disable-news-fetch']),
    ...(options.codecEndpoint === undefined ? [] : ['--ui-codec-endpoint', options.codecEndpoint]),
    '--log-level',
    'error',
    ...(options.dataDir
      ? [
          '--db-filename',
          join(options.dataDir, 'temporal.db'),
          ...pragma('journal_mode=wal'),
          ...pragma('synchronous=full'),
        ]
      : []),
    ...(options.namespaces ?? []).flatMap((name) => ['--namespace', name]),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ...DYNAMIC_CONFIG.flatMap((setting) => ['--dynamic-config-value', setting]),
  ];
}

function pragma(setting: string): string[] {
  return ['--sqlite-pragma', setting];
}

async function untilReady(server: ServerProcess, port: number, namespaces: readonly string[]): Promise<void> {
  const alive = (): void => {
    if (server.hasEnded()) throw new EndedAtOnceError(`Temporal ended at once\n${server.lastOutput()}`);
  };
  const connection = Connection.lazy({ address: `127.0.0.1:${port}` });
  try {
    // A gRPC channel that was refused once waits a second before it tries again, so look at the port first.
    await waitUntil('Temporal to listen', READY_MS, () => (alive(), listens(port)));
    await waitUntil('Temporal to know its namespaces', READY_MS, async () => {
      alive();
      return knows(connection, namespaces);
    });
    // A database file of an older start may lack attributes that came later.
    for (const namespace of namespaces) await registerSearchAttributes(connection, namespace);
  } catch (error) {
    await server.kill();
    throw error;
  } finally {
    await connection.close();
  }
}

async function knows(connection: Connection, namespaces: readonly string[]): Promise<boolean> {
  try {
    for (const namespace of namespaces) await connection.workflowService.describeNamespace({ namespace });
    return true;
  } catch {
    return false;
  }
}
