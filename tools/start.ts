import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { demoPassword } from './start/demo-password';
import { provideMongo, provideTemporal } from './start/engines';
import { leaveSettings } from './start/left-settings';
import { startNodeService } from './start/node-service';
import { payloadKey } from './start/payload-key';
import { portFor } from './start/port-for';
import { rotateLogs } from './start/rotate-logs';
import { provideDoubles } from './start/doubles';
import { seedDemo, seedTickets } from './start/seed-demo';
import { StopList } from './start/stop-list';
import { supervise } from './start/supervise';
import { claimDataFolder } from './toolchain/pid-file';
import type { Progress } from './toolchain/progress';
import { projectRoot } from './toolchain/project-root';
import { waitUntil } from './toolchain/wait-until';

const say: Progress = (line) => {
  process.stdout.write(`${line}\n`);
};
const stops = new StopList();

/** Runs the whole service for development: engine, database, worker, API. Ctrl-C stops all of it, and nothing else. */
async function main(): Promise<void> {
  const dataDir = resolve(process.env['DATA_DIR'] ?? join(projectRoot(), '.data'));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const claim = await claimDataFolder(dataDir, 'start');
  await claim.hold(process.pid);
  stops.add('the claim on the data folder', { stop: () => claim.release(), kill: () => claim.release() });
  await rotateLogs(dataDir, ['temporal', 'mongo', 'worker', 'api']);

  say('Starting Temporal and MongoDB …');
  const port = await portFor('the API', Number(process.env['PORT'] ?? 3000), say);
  const url = `http://127.0.0.1:${port}`;
  const codecEndpoint = `${process.env['PUBLIC_URL'] ?? url}/api/v1/codec`;
  // One after the other, so that their first-time steps do not talk at once and share the cores.
  const { temporalAddress, temporalUiUrl } = await provideTemporal(dataDir, codecEndpoint, stops, say);
  const mongoUri = await provideMongo(dataDir, stops, say);
  const password = await demoPassword(dataDir);
  const doubles = await provideDoubles(dataDir, url, stops, say);
  const env: NodeJS.ProcessEnv = {
    ...doubles.env,
    ...payloadKey(dataDir),
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? url,
    MONGODB_URI: mongoUri,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: process.env['TEMPORAL_NAMESPACE'] ?? 'default',
    TEMPORAL_UI_URL: temporalUiUrl ?? '',
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    DEMO_PASSWORD: password,
  };
  stops.add('what it leaves for commands beside it', await leaveSettings(dataDir, env));
  const accounts = await seedDemo(mongoUri, password, say);

  say('Starting the worker and the API …');
  for (const [name, program] of [
    ['worker', 'src/worker.js'],
    ['api', 'src/api/server.js'],
  ] as const) {
    const start = () => Promise.resolve(startNodeService(program, { name, dataDir, env }));
    stops.add(name, await supervise(`The ${name}`, start, say));
  }
  await untilReady(`${url}/api/v1/health/ready`, dataDir);
  if (accounts.length > 0) await seedTickets(url, password, say);
  say('');
  printTable([
    ['Sitio de clientes', `${url}/`],
    ['Consola', `${url}/consola`],
    ['API', `${url}/api/v1`],
    ['API docs', `${url}/api/docs`],
    ['Temporal Web UI', temporalUiUrl ?? '-'],
    ...doubles.pages,
    ...(accounts.length > 0 ? [['Demo password', password] as [string, string]] : []),
    ...accounts.map((account, index): [string, string] => [index === 0 ? 'Demo accounts' : '', account]),
    ['Data and logs', dataDir],
  ]);
  say('');
  await writeFile(join(dataDir, 'url'), `${url}\n`);
  say(`ready ${url}`);
}

async function untilReady(url: string, dataDir: string): Promise<void> {
  await waitUntil(`the API to be ready (see ${join(dataDir, 'api.log')})`, 120_000, async () => {
    if (stops.isStopping()) return true;
    try {
      return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  });
}

function printTable(rows: readonly [string, string][]): void {
  for (const [label, value] of rows) say(`  ${label.padEnd(17)}  ${value}`);
}

/** The first signal stops everything in order; a second one does not wait. */
function stopOnSignals(): void {
  let asked = false;
  const ask = (): void => {
    if (asked) {
      say('Ending everything at once.');
      void stops.kill().finally(() => process.exit(130));
      return;
    }
    asked = true;
    say('\nStopping (Ctrl-C again ends everything at once) …');
    void stops.stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
}

stopOnSignals();
main().catch(async (error: unknown) => {
  if (stops.isStopping()) return;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stops.stop();
  process.exit(1);
});
