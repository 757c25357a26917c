import { existsSync } from 'node:fs';
import { cachePath } from './cache';
import { cacheEntry } from './cache-entry';
import { buildTemporalCli } from './build-temporal-cli';
import { downloadTemporalCli } from './download-temporal-cli';
import { failedRecently, rememberFailure } from './failed-download';
import { findOnPath, isExecutable } from './find-on-path';
import type { Progress } from './progress';

export const TEMPORAL_CLI_VERSION = '1.8.2';

/**
 * The Temporal CLI, whose `server start-dev` is our engine in development and tests. First that works: TEMPORAL_CLI,
 * PATH, the cache, the official download, a build from the Go module registry.
 */
export async function temporalCli(say: Progress): Promise<string> {
  const named = process.env['TEMPORAL_CLI'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`TEMPORAL_CLI names ${named}, which is no program`);
    return named;
  }
  const installed = findOnPath('temporal');
  if (installed) return installed;
  const name = `temporal-cli-${TEMPORAL_CLI_VERSION}-${process.platform}-${process.arch}`;
  if (existsSync(cachePath(name))) return cachePath(name);
  return cacheEntry(name, say, async (scratch) => {
    if (!failedRecently(name)) {
      try {
        return await downloadTemporalCli(TEMPORAL_CLI_VERSION, scratch, say);
      } catch (error) {
        rememberFailure(name, error);
        say('  The download is not reachable from here.');
      }
    }
    return buildTemporalCli(scratch, say);
  });
}
