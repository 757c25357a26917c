import { join } from 'node:path';
import { needProgram } from './need-program';
import type { Progress } from './progress';
import { toolchainFile } from './project-root';
import { runCommand } from './run-command';

/**
 * Builds the CLI from the Go module registry. `go install` refuses its recent versions, because their go.mod holds a
 * replace line; a module of our own (tools/toolchain/temporal-cli) that repeats that line may build it.
 */
export async function buildTemporalCli(folder: string, say: Progress): Promise<string> {
  await needProgram(
    'go',
    ['golang-go'],
    'Go 1.26 or newer (https://go.dev/dl), or the Temporal CLI itself',
    say,
  );
  await needRecentGo();
  say('Temporal CLI: building it from the Go module registry. About 5 minutes on two cores, once …');
  const began = Date.now();
  const stillAtIt = setInterval(() => {
    say(`  still building, ${Math.round((Date.now() - began) / 60_000)} min …`);
  }, 60_000);
  const program = join(folder, 'temporal');
  try {
    await runCommand(
      'go',
      [
        'build',
        '-trimpath',
        '-mod=readonly',
        '-ldflags',
        '-s -w',
        '-o',
        program,
        'github.com/temporalio/cli/cmd/temporal',
      ],
      { cwd: toolchainFile('temporal-cli') },
    );
  } finally {
    clearInterval(stillAtIt);
  }
  say(`  built in ${Math.round((Date.now() - began) / 1_000)} s.`);
  return program;
}

/** From 1.21 on Go fetches the newer Go that a module asks for; older ones do not even understand the request. */
async function needRecentGo(): Promise<void> {
  const version = await runCommand('go', ['version']);
  const [, minor] = /go1\.(\d+)/.exec(version) ?? [];
  if (Number(minor) >= 21) return;
  throw new Error(
    `${version.trim()} is too old to build the Temporal CLI. Please install Go 1.26 (https://go.dev/dl).`,
  );
}
