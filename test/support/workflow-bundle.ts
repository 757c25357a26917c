import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const bundles = new Map<string, Promise<WorkflowBundleWithSourceMap>>();

/** The workflows as a worker runs them, bundled once per test file. */
export function workflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  return bundleOf(require.resolve('../../src/workflows/index.ts'));
}

/** The workflows after a change that running tickets would not survive. */
export function changedWorkflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  return bundleOf(require.resolve('./changed-workflows.ts'));
}

function bundleOf(workflowsPath: string): Promise<WorkflowBundleWithSourceMap> {
  const bundle = bundles.get(workflowsPath) ?? bundleQuietly(workflowsPath);
  bundles.set(workflowsPath, bundle);
  return bundle;
}

function bundleQuietly(workflowsPath: string): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath,
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
