import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * A path in this project's per-user cache ($XDG_CACHE_HOME or ~/.cache). What is in it can be deleted at any time and
 * is made again; names carry versions, so that two checkouts can share it.
 */
export function cachePath(...parts: string[]): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(base, 'e-optics-support');
  mkdirSync(folder, { recursive: true });
  return join(folder, ...parts);
}
