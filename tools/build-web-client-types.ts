import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openApiDocument } from '../src/api/openapi-document';
import { projectRoot } from './toolchain/project-root';

/** The contract as TypeScript types. By the generator's own command: its package is ESM only. */
export async function clientTypes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'client-types-'));
  try {
    const [source, target] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')];
    await writeFile(source, JSON.stringify(openApiDocument()));
    const generator = join(projectRoot(), 'node_modules/openapi-typescript/bin/cli.js');
    await promisify(execFile)(process.execPath, [generator, source, '-o', target]);
    return await readFile(target, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
