import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../tools/toolchain/project-root';
import { FaultBuild } from '../../support/fault-build';

export interface CompiledProduct {
  /** With `src`, `tools` and `web` in it. */
  folder: string;
  remove(): void;
}

/**
 * What `npm test` has compiled just before. Jest by itself compiles the sources as they stand, and takes a copy of the
 * web applications as last built.
 */
export async function compiledProduct(): Promise<CompiledProduct> {
  const given = process.env['E_OPTICS_COMPILED'];
  if (given) return { folder: needPages(given), remove: () => undefined };
  const built = needPages(join(projectRoot(), 'dist'));
  const build = await FaultBuild.make();
  cpSync(join(built, 'web'), join(build.folder, 'web'), { recursive: true });
  return build;
}

function needPages(folder: string): string {
  if (['portal', 'console'].every((app) => existsSync(join(folder, 'web', app, 'index.html')))) return folder;
  throw new Error('The web applications have not been built: run "npm run build:web".');
}
