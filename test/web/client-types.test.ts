import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientTypes } from '../../tools/build-web-client-types';
import { projectRoot } from '../../tools/toolchain/project-root';

it('knows the contract as it is: `npm run build:client` after a change', async () => {
  const kept = await readFile(join(projectRoot(), 'web/ui/api/schema.d.ts'), 'utf8');
  expect(kept).toBe(await clientTypes());
}, 60_000);
