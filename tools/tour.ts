import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tourAcceptedTicket } from './tour/accepted-ticket';
import { logIn } from './tour/person';
import { Report } from './tour/report';
import { tourSilentTicket } from './tour/silent-ticket';

/**
 * Takes one ticket through the whole process and another to its automatic closing, over HTTP against a running
 * service. BASE_URL says which, DEMO_PASSWORD opens the demo accounts; without them, what the start left in the data
 * folder does.
 */
async function main(): Promise<void> {
  const base = process.env['BASE_URL'] ?? ((await leftBehind('url')) || 'http://127.0.0.1:3000');
  const api = `${base.replace(/\/+$/, '')}/api/v1`;
  const ui = await temporalUi(api);
  const password = await demoPassword();
  const [client, agent, admin] = await Promise.all([
    logIn(api, 'cliente@optica-demo.test', password),
    logIn(api, 'agente1@e-optics.test', password),
    logIn(api, 'admin@e-optics.test', password),
  ]);
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
  const report = new Report((folio) => `${ui}/namespaces/${namespace}/workflows/ticket-${folio}`);
  const cast = { client, agent, admin, report };
  await tourAcceptedTicket(cast);
  await tourSilentTicket(cast);
  console.log('\nThe tour is over; both tickets are in the archive.');
}

async function temporalUi(api: string): Promise<string> {
  const response = await fetch(`${api}/health/ready`).catch(() => null);
  if (response === null)
    throw new Error(`Nothing answers at ${api}. Run "npm start" first, or set BASE_URL.`);
  const { temporalUiUrl } = (await response.json()) as { temporalUiUrl?: string | null };
  return (process.env['TEMPORAL_UI_URL'] ?? temporalUiUrl ?? 'http://127.0.0.1:8233').replace(/\/+$/, '');
}

async function demoPassword(): Promise<string> {
  const password = process.env['DEMO_PASSWORD'] ?? (await leftBehind('demo-password'));
  if (password === '') throw new Error('Set DEMO_PASSWORD to what the start printed.');
  return password;
}

/** What the start wrote into its data folder; empty when it did not. */
async function leftBehind(name: string): Promise<string> {
  const file = join(process.env['DATA_DIR'] ?? '.data', name);
  return (await readFile(file, 'utf8').catch(() => '')).trim();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
