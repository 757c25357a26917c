import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { projectRoot } from '../../tools/toolchain/project-root';
import { runCommand } from '../../tools/toolchain/run-command';

/**
 * The service as separate processes run it: compiled file by file from the sources as they stand, with the workflows
 * bundled once, so that a process that was killed is back without compiling anything.
 */
export class FaultBuild {
  private constructor(readonly folder: string) {}

  static async make(): Promise<FaultBuild> {
    const root = projectRoot();
    mkdirSync(join(root, '.data'), { recursive: true });
    const build = new FaultBuild(mkdtempSync(join(root, '.data', 'faults-')));
    try {
      for (const file of ['src', 'tools'].flatMap((part) => sourcesBelow(root, part)))
        build.compile(root, file);
      await runCommand(process.execPath, [build.program('tools/bundle-workflows.js')]);
      if (!existsSync(build.program('src/workflow-bundle.js')))
        throw new Error('No workflow bundle was made');
      return build;
    } catch (error) {
      build.remove();
      throw error;
    }
  }

  /** @param path as below dist/, for example `src/worker.js` */
  program(path: string): string {
    return join(this.folder, path);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private compile(root: string, file: string): void {
    const { code } = transformSync(readFileSync(join(root, file), 'utf8'), {
      filename: join(root, file),
      sourceMaps: 'inline',
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const target = this.program(file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

function sourcesBelow(root: string, part: string): string[] {
  return readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(part, file));
}
