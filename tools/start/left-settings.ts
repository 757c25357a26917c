import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a command needs to work on the same tickets as a running start. */
const NAMES = ['MONGODB_URI', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'PAYLOAD_MASTER_KEYS'] as const;

const fileIn = (dataDir: string): string => join(dataDir, 'settings.json');

/**
 * Leaves the settings of a running start in its data folder, for its owner's eyes, until it stops: the ports of its
 * servers are not known before.
 */
export async function leaveSettings(
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<{ stop: () => Promise<void>; kill: () => Promise<void> }> {
  const settings = Object.fromEntries(NAMES.map((name) => [name, env[name]]));
  await writeFile(fileIn(dataDir), JSON.stringify(settings), { mode: 0o600 });
  const remove = (): Promise<void> => rm(fileIn(dataDir), { force: true });
  return { stop: remove, kill: remove };
}

/**
 * Lets a command that is run beside a start use what that one uses. Who names a database means that one, and nothing is
 * taken from elsewhere; neither is where nothing runs.
 */
export function takeLeftSettings(env: NodeJS.ProcessEnv = process.env): void {
  if (env['MONGODB_URI'] || env['MONGODB_URI_FILE']) return;
  try {
    const left: unknown = JSON.parse(readFileSync(fileIn(env['DATA_DIR'] ?? '.data'), 'utf8'));
    Object.assign(env, left, { ...env });
  } catch {
    // None there: the settings of the environment hold.
  }
}
