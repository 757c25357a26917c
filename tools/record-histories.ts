import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { openRecordingDesk, type History } from './record-histories/recording-desk';
import { LIVES } from './record-histories/lives';
import { projectRoot } from './toolchain/project-root';

const FOLDER = join(projectRoot(), 'test', 'workflows', 'histories');

/**
 * Records the histories of whole ticket lives for the replay test, one file per run: `<life>.<label>.<run>.json`. What
 * is there already stays: an old history is worth keeping just because the code has changed since. Run it as
 * `node dist/tools/record-histories.js [label]`; the label is the day unless another is given.
 */
async function recordHistories(label: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const there = await readdir(FOLDER);
  const missing = Object.keys(LIVES).filter(
    (name) => !there.some((file) => file.startsWith(`${name}.${label}.`)),
  );
  if (missing.length === 0) {
    console.log(`All lives are recorded under ${label} already`);
    return;
  }
  const desk = await openRecordingDesk();
  try {
    for (const name of missing) {
      const histories = await LIVES[name]!(desk);
      for (const [index, history] of histories.entries()) {
        const file = `${name}.${label}.${index + 1}.json`;
        // `wx`: another recording at the same time must not be overwritten either.
        await writeFile(join(FOLDER, file), fixtureOf(history), { flag: 'wx' });
        console.log(file);
      }
    }
  } finally {
    await desk.close();
  }
}

/** Stack traces name the folders of the machine, and no replay needs them. */
function fixtureOf(history: History): string {
  const recorded: unknown = JSON.parse(historyToJSON(history));
  const withoutTraces = (key: string, value: unknown): unknown => (key === 'stackTrace' ? undefined : value);
  return `${JSON.stringify(recorded, withoutTraces, 2)}\n`;
}

void recordHistories(process.argv[2] ?? new Date().toISOString().slice(0, 10));
