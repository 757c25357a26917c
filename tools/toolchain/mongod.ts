import { mkdir } from 'node:fs/promises';
import { MongoBinary } from 'mongodb-memory-server-core';
import { cachePath } from './cache';
import { failedRecently, rememberFailure } from './failed-download';
import { findOnPath, isExecutable } from './find-on-path';
import type { Progress } from './progress';

const VERSION = '8.0.15';

/** A real mongod: MONGOD, PATH, or the official download into the cache; undefined when none can be had here. */
export async function findMongod(say: Progress): Promise<string | undefined> {
  const named = process.env['MONGOD'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`MONGOD names ${named}, which is no program`);
    return named;
  }
  return findOnPath('mongod') ?? (await downloaded(say));
}

async function downloaded(say: Progress): Promise<string | undefined> {
  const name = `mongod-${VERSION}-${process.platform}-${process.arch}`;
  if (failedRecently(name)) return undefined;
  const downloadDir = cachePath(name);
  // The library's only way to be told: fail at once, so that the Java server is tried within seconds.
  process.env['MONGOMS_MAX_RETRIES'] ??= '0';
  try {
    await mkdir(downloadDir, { recursive: true });
    say(`MongoDB ${VERSION}: looking in the cache, else the official download (about 80 MB, once) …`);
    return await MongoBinary.getPath({ version: VERSION, downloadDir, checkMD5: false });
  } catch (error) {
    rememberFailure(name, error);
    say('  The download is not reachable from here.');
    return undefined;
  }
}
