import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tourAcceptedTicket } from './tour/accepted-ticket';
import { logIn } from './tour/person';
import { Report } from './tour/report';
import { tourSilentTicket } from './tour/silent-ticket';

/**
 * Takes one ticket through the whole process and another to its automatic closing, over HTTP against a running
 * service. BASE_URL says which (default http://127.0.0.1:3000), DEMO_PASSWORD or the file that the start left in
 * the data folder opens the demo accounts.
 */
async function main(): Promise<void> {
  const api = `${(process.env['BASE_URL'] ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')}/api/v1`;
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
  const given = process.env['DEMO_PASSWORD'];
  if (given) return given;
  const file = join(process.env['DATA_DIR'] ?? '.data', 'demo-password');
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.trim() === '')
    throw new Error(`Set DEMO_PASSWORD to what the start printed (${file} is not there).`);
  return kept.trim();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
