import type { Client } from '@temporalio/client';
import { isAtRest } from '../domain/session/duties';
import { findRemoteSession, markLost } from '../store/remote-sessions/remote-sessions';
import type { Store } from '../store/store';

/**
 * Marks paid sessions whose execution an operator terminated, or that failed, before they were through: staff sees
 * them among what is stuck, and trying again starts them from their record.
 */
export async function findBrokenSessions({ store, client }: { store: Store; client: Client }): Promise<void> {
  const query = `WorkflowType = 'remoteSession' AND ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut', 'Canceled')`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 100 })) {
    const record = await findRemoteSession(store, workflowId);
    if (!record || record.lostAt || isAtRest(record.session)) continue;
    const { status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name === 'RUNNING' || status.name === 'COMPLETED') continue;
    await markLost(store, record, new Date().toISOString());
  }
}
