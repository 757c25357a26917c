import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The master key of a development machine: made once, kept with the data, for its owner's eyes. None when the environment
 * names one. Whoever loses it can not read what the engine has stored under it.
 */
export async function payloadKey(dataDir: string): Promise<{ PAYLOAD_MASTER_KEYS?: string }> {
  if (process.env['PAYLOAD_MASTER_KEYS'] || process.env['PAYLOAD_MASTER_KEYS_FILE']) return {};
  const file = join(dataDir, 'payload-master.key');
  const made = randomBytes(32).toString('base64');
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return { PAYLOAD_MASTER_KEYS: (await readFile(file, 'utf8')).trim() };
}
