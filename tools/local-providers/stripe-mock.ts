import { join } from 'node:path';
import { cacheEntry } from '../toolchain/cache-entry';
import { freePort } from '../toolchain/free-port';
import { needProgram } from '../toolchain/need-program';
import { toStandardError, type Progress } from '../toolchain/progress';
import { runCommand } from '../toolchain/run-command';
import { startServerProcess } from '../toolchain/server-process';
import { waitUntil } from '../toolchain/wait-until';

const VERSION = 'v0.203.0';

/** Stripe's own stand-in, which checks every request against the published description of its API. */
export async function startStripeMock(
  say: Progress = toStandardError,
): Promise<{ url: string; stop(): Promise<void> }> {
  const program = join(await provision(say), 'stripe-mock');
  const port = await freePort();
  const server = startServerProcess(program, ['-http-addr', `127.0.0.1:${port}`]);
  const url = `http://127.0.0.1:${port}`;
  await waitUntil('stripe-mock', 20_000, async () => {
    if (server.hasEnded()) throw new Error(`stripe-mock ended: ${server.lastOutput()}`);
    return await fetch(url).then(
      () => true,
      () => false,
    );
  });
  return { url, stop: () => server.stop() };
}

function provision(say: Progress): Promise<string> {
  return cacheEntry(`stripe-mock-${VERSION}`, say, async (scratch) => {
    await needProgram('go', ['golang-go'], 'Go (https://go.dev/dl)', say);
    say('stripe-mock: building it from the Go module registry (under a minute, once) …');
    const env = { ...process.env, GOBIN: join(scratch, 'bin') };
    await runCommand('go', ['install', `github.com/stripe/stripe-mock@${VERSION}`], { env });
    return join(scratch, 'bin');
  });
}
