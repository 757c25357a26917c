import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The password of all demo accounts: DEMO_PASSWORD, or a random one. It stays with the data, for its owner's eyes: the
 * next start and the tour find it there.
 */
export async function demoPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'demo-password');
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  const password =
    process.env['DEMO_PASSWORD'] ?? (kept === '' ? randomBytes(12).toString('base64url') : kept);
  if (password !== kept) await writeFile(file, `${password}\n`, { mode: 0o600 });
  return password;
}
