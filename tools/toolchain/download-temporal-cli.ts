import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Progress } from './progress';
import { runCommand } from './run-command';

/** How long we wait for the first byte, ms: without internet a start must go on in seconds. */
const ANSWER_MS = 4_000;
const WHOLE_MS = 300_000;

/** Fetches the official archive into `folder` and returns the path of the program in it. */
export async function downloadTemporalCli(version: string, folder: string, say: Progress): Promise<string> {
  const platform = { linux: 'linux', darwin: 'darwin' }[process.platform as string];
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  if (!platform || !arch) throw new Error(`No official archive for ${process.platform} ${process.arch}`);
  say(`Temporal CLI ${version}: downloading the official archive (about 50 MB, once) …`);
  const archive = join(folder, 'temporal.tar.gz');
  await download(
    `https://temporal.download/cli/archive/v${version}?platform=${platform}&arch=${arch}`,
    archive,
  );
  await runCommand('tar', ['-xzf', archive, '-C', folder, 'temporal']);
  const program = join(folder, 'temporal');
  await runCommand(program, ['--version'], { timeoutMs: 20_000 });
  return program;
}

async function download(url: string, file: string): Promise<void> {
  const gaveUp = new AbortController();
  const patience = setTimeout(() => gaveUp.abort(new Error('no answer')), ANSWER_MS);
  const whole = setTimeout(() => gaveUp.abort(new Error('too slow')), WHOLE_MS);
  try {
    const answer = await fetch(url, { signal: gaveUp.signal });
    clearTimeout(patience);
    if (!answer.ok || !answer.body) throw new Error(`${url} answered ${answer.status}`);
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
  } finally {
    clearTimeout(patience);
    clearTimeout(whole);
  }
}
