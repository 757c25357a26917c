import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareServers } from './toolchain/prepare-servers';
import { toStandardError } from './toolchain/progress';
import { projectRoot } from './toolchain/project-root';

/** What is read from jest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not be run at all: their tests are not counted anywhere else. */
  numRuntimeErrorTestSuites: number;
}

/** Runs all tests, or those that the arguments (jest's own) name; the last line says "N passed, N failed". */
async function main(): Promise<number> {
  await prepareServers(toStandardError);
  const folder = await mkdtemp(join(tmpdir(), 'e-optics-jest-'));
  try {
    const code = await jest(join(folder, 'report.json'), process.argv.slice(2));
    const { passed, failed } = await count(join(folder, 'report.json'));
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed > 0 ? 1 : code;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function jest(report: string, args: readonly string[]): Promise<number> {
  const program = join(projectRoot(), 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(
    process.execPath,
    [program, '--ci', '--maxWorkers=2', '--json', `--outputFile=${report}`, ...args],
    // Its own standard output repeats the report; what people read goes to standard error.
    {
      cwd: projectRoot(),
      stdio: ['ignore', 'ignore', 'inherit'],
      // Everything was compiled just now: the tests in test/e2e run that, and need not compile it again.
      env: { ...process.env, E_OPTICS_COMPILED: join(__dirname, '..') },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function count(report: string): Promise<{ passed: number; failed: number }> {
  let text: string;
  try {
    text = await readFile(report, 'utf8');
  } catch {
    // Jest ended before it could report: that must not look like success.
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text) as Report;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  },
);
