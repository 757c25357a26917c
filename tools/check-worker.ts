import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { TASK_QUEUE } from '../src/workflows/messages';

/** An idle poll lasts a minute at most; a worker that has not come back for longer is stuck. */
const STALE_MS = 150_000;
const DEADLINE_MS = 8_000;

/** Number of the temporal.api.enums.v1.TaskQueueType of workflow tasks. */
const WORKFLOW_TASKS = 1;

/**
 * Whether a worker of this host polls for work, which is what a container's health check wants to know: the SDK names a
 * worker `pid@host`. Also true while the engine is away, since starting the worker again would not bring it back.
 */
async function isPolling(): Promise<boolean> {
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = Connection.lazy(connectionOptions);
  try {
    const { pollers } = await connection.withDeadline(Date.now() + DEADLINE_MS, () =>
      connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: TASK_QUEUE },
        taskQueueType: WORKFLOW_TASKS,
      }),
    );
    return (pollers ?? []).some(
      ({ identity, lastAccessTime }) =>
        identity?.endsWith(`@${hostname()}`) &&
        Number(lastAccessTime?.seconds ?? 0) * 1_000 > Date.now() - STALE_MS,
    );
  } catch {
    return true;
  } finally {
    await connection.close();
  }
}

void isPolling().then((polling) => {
  if (!polling) process.exitCode = 1;
});
