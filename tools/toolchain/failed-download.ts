import { existsSync, statSync, writeFileSync } from 'node:fs';
import { cachePath } from './cache';

const REMEMBERED_MS = 24 * 3_600_000;

/** Whether this download failed within the last day: then it is not tried again, a start should not wait for it each time. */
export function failedRecently(name: string): boolean {
  const note = cachePath(`${name}.download-failed`);
  return existsSync(note) && Date.now() - statSync(note).mtimeMs < REMEMBERED_MS;
}

/** Remembers the failure; deleting the note (or the cache) makes the next start try again. */
export function rememberFailure(name: string, error: unknown): void {
  writeFileSync(cachePath(`${name}.download-failed`), `${String(error)}\n`);
}
