import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { cachePath } from './cache';
import { isSameProcess, thisProcess, type ProcessIdentity } from './process-identity';
import type { Progress } from './progress';

/**
 * The path of a cache entry, made by `make` when it is missing. `make` gets a scratch folder and returns what in it
 * is to be kept; the entry appears in one rename, so that an interrupted step leaves nothing half made.
 * Of several processes that want the same entry one makes it and the others wait.
 */
export async function cacheEntry(
  name: string,
  say: Progress,
  make: (scratch: string) => Promise<string>,
): Promise<string> {
  const entry = cachePath(name);
  if (existsSync(entry)) return entry;
  const release = await lock(`${name}.lock`, say);
  try {
    if (existsSync(entry)) return entry;
    const scratch = cachePath(`${name}.making`);
    await rm(scratch, { recursive: true, force: true });
    await mkdir(scratch, { recursive: true });
    try {
      await rename(await make(scratch), entry);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    return entry;
  } finally {
    await release();
  }
}

async function lock(name: string, say: Progress): Promise<() => Promise<void>> {
  const path = cachePath(name);
  let waitingFor: number | undefined;
  for (;;) {
    try {
      await writeFile(path, JSON.stringify(await thisProcess()), { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readHolder(path);
    if (holder === 'abandoned') {
      await rm(path, { force: true });
    } else if (holder !== undefined && holder !== waitingFor) {
      say(
        `Waiting for process ${holder}, which is preparing the same thing (${name.replace(/\.lock$/, '')}) …`,
      );
      waitingFor = holder;
    }
    await sleep(200);
  }
}

async function readHolder(path: string): Promise<number | 'abandoned' | undefined> {
  try {
    const holder = JSON.parse(await readFile(path, 'utf8')) as ProcessIdentity;
    return (await isSameProcess(holder)) ? holder.pid : 'abandoned';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // Created but not yet written, or cut short by a crash: the age tells which.
    const age =
      Date.now() -
      (await stat(path).then(
        (found) => found.mtimeMs,
        () => Date.now(),
      ));
    return age > 5_000 ? 'abandoned' : undefined;
  }
}
