import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Bundles the workflows once, so that a worker starts without bundling: `dist/src/workflow-bundle.js`. */
async function bundle(): Promise<void> {
  const source = join(__dirname, '..', 'src');
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(source, 'workflows', 'index.js'),
    payloadConverterPath: join(source, 'workflows', 'payload-converter.js'),
    // Whoever starts the product has no use for the bundler's account of its modules.
    logger: new DefaultLogger('WARN'),
  });
  await writeFile(join(source, 'workflow-bundle.js'), code);
}

void bundle();
