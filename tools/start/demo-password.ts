import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The password of all demo accounts: DEMO_PASSWORD, or a random one that stays with the data, for its owner's eyes. */
export async function demoPassword(dataDir: string): Promise<string> {
  const given = process.env['DEMO_PASSWORD'];
  if (given) return given;
  const file = join(dataDir, 'demo-password');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const password = randomBytes(12).toString('base64url');
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    return password;
  }
}
