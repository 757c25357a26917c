import { loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { BareSinks } from './bare-workflows';

/** A worker for the bare workflows, in a process of its own as the product's is. Reports by IPC how far it is. */
async function main(): Promise<void> {
  Runtime.install({ telemetryOptions: { logging: { forward: undefined as never, filter: 'ERROR' } } });
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await NativeConnection.connect(connectionOptions);
  let ran = 0;
  let fired = 0;
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: 'bare',
    workflowsPath: require.resolve('./bare-workflows'),
    maxCachedWorkflows: 600,
    sinks: {
      bench: { ran: { fn: () => void (ran += 1) }, fired: { fn: () => void (fired += 1) } },
    } as never satisfies BareSinks,
  });
  process.on('message', () => process.send?.({ ran, fired, ready: worker.getState() === 'RUNNING' }));
  process.on('disconnect', () => worker.shutdown());
  await worker.run();
  await connection.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
