import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json, whether this runs from the sources or from dist/. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json above ${__dirname}`);
    folder = parent;
  }
  return folder;
}

/** A file that is used as it is, not compiled: Go module, Java sources, lists of Maven artifacts. */
export function toolchainFile(...parts: string[]): string {
  return join(projectRoot(), 'tools', 'toolchain', ...parts);
}
