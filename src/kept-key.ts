import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A random key of 32 bytes in base64, made once and kept in a file for its owner's eyes. Processes that want it at the
 * same moment all get the same.
 */
export function keptKey(path: string): string {
  if (!existsSync(path)) makeKey(path);
  return readFileSync(path, 'utf8').trim();
}

/** Written beside and put in place in one step, so that nobody reads half a key; whoever comes second leaves it. */
function makeKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
