import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../tools/toolchain/project-root';
import { serviceBuild } from '../../support/service-build';

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
  const build = await serviceBuild();
  // Below the project, so that its packages are found.
  const folder = mkdtempSync(join(projectRoot(), '.data', 'product-'));
  cpSync(build, folder, { recursive: true });
  cpSync(join(built, 'web'), join(folder, 'web'), { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function needPages(folder: string): string {
  if (['portal', 'console'].every((app) => existsSync(join(folder, 'web', app, 'index.html')))) return folder;
  throw new Error('The web applications have not been built: run "npm run build:web".');
}
