import type { Client } from '@temporalio/client';
import type { Store } from '../store/store';

const PREFIX = 'ticket-';

/**
 * Marks open tickets whose execution an operator terminated, or that failed: staff sees them as in need of repair,
 * and one command starts them again from their events.
 */
export async function findBrokenTickets({ store, client }: { store: Store; client: Client }): Promise<void> {
  const query = `WorkflowType = 'ticket' AND ExecutionStatus IN ('Terminated', 'Failed', 'TimedOut', 'Canceled')`;
  for await (const { workflowId } of client.workflow.list({ query, pageSize: 100 })) {
    const folio = workflowId.slice(PREFIX.length);
    const open = await store.tickets
      .findOne({ _id: folio, closed: false, needsRepair: false })
      .select({ _id: 1 })
      .lean();
    if (!open) continue;
    const { status } = await client.workflow.getHandle(workflowId).describe();
    if (status.name !== 'RUNNING')
      await store.tickets.updateOne({ _id: folio, closed: false }, { $set: { needsRepair: true } });
  }
}
