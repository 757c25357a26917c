import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { projectRoot } from '../../tools/toolchain/project-root';
import { runCommand } from '../../tools/toolchain/run-command';

/** Builds of sources that have changed since are removed after this time: a test of somebody's may still run one. */
const KEPT_MS = 3_600_000;

/**
 * The service as separate processes run it, with the workflows bundled: the folder that holds `src` and `tools` as
 * JavaScript. It is what `npm test` has compiled just before; by itself jest compiles the sources as they stand, once for
 * all test files and for all runs until one of them changes.
 */
export async function serviceBuild(): Promise<string> {
  return process.env['E_OPTICS_COMPILED'] ?? (await buildOfSources(projectRoot()));
}

async function buildOfSources(root: string): Promise<string> {
  const builds = join(root, '.data', 'builds');
  const files = ['src', 'tools'].flatMap((part) => sourcesBelow(root, part));
  const build = join(builds, stampOf(root, [...files, 'package-lock.json']));
  if (existsSync(build)) {
    utimesSync(build, new Date(), new Date());
    return build;
  }
  mkdirSync(builds, { recursive: true });
  removeOld(builds);
  const fresh = `${build}.${randomBytes(4).toString('hex')}`;
  try {
    for (const file of files) compile(root, file, fresh);
    await runCommand(process.execPath, [join(fresh, 'tools/bundle-workflows.js')]);
    if (!existsSync(join(fresh, 'src/workflow-bundle.js'))) throw new Error('No workflow bundle was made');
    renameSync(fresh, build);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another test file was quicker with the same.
    if (!existsSync(build)) throw error;
  }
  return build;
}

function compile(root: string, file: string, build: string): void {
  const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
    filename: join(root, file),
    sourceMaps: 'inline',
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const target = join(build, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, code);
}

function sourcesBelow(root: string, part: string): string[] {
  return readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(part, file))
    .sort();
}

/** Changes whenever one of the files does. */
function stampOf(root: string, files: readonly string[]): string {
  const stamp = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file));
    stamp.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return stamp.digest('hex').slice(0, 16);
}

function removeOld(builds: string): void {
  for (const name of readdirSync(builds)) {
    const build = join(builds, name);
    const { mtimeMs } = statSync(build, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > KEPT_MS) rmSync(build, { recursive: true, force: true });
  }
}
