import { join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundleOption } from '@temporalio/worker';
import { serviceBuild } from './service-build';

/** The workflows as a worker runs them. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  return { codePath: join(await serviceBuild(), 'src/workflow-bundle.js') };
}

/** The workflows after a change that running tickets would not survive. */
export function changedWorkflowBundle(): Promise<WorkflowBundleOption> {
  return bundleWorkflowCode({
    workflowsPath: require.resolve('./changed-workflows.ts'),
    payloadConverterPath: require.resolve('../../src/workflows/payload-converter.ts'),
    logger: {
      log() {},
      trace() {},
      debug() {},
      info() {},
      warn: console.warn,
      error: console.error,
    },
  });
}
