import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LARGE_BYTES = 10 << 20;

/** Puts logs that have become large aside, one generation of each, so that they do not fill the disk over the years. */
export async function rotateLogs(dataDir: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = join(dataDir, `${name}.log`);
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    if (size > LARGE_BYTES) await rename(file, `${file}.1`);
  }
}
