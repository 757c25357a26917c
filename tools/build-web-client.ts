import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientTypes } from './build-web-client-types';
import { projectRoot } from './toolchain/project-root';

/** Writes the types of the web applications' client from the registry of routes; no server is asked. */
async function main(): Promise<void> {
  await writeFile(join(projectRoot(), 'web/ui/api/schema.d.ts'), await clientTypes());
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
