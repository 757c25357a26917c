import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/common';
import { agentsAvailable, replyReceived, ticketWorkflowId } from '../workflows/messages';

const DEADLINE_MS = 5_000;

/** A reply waits in the ticket's inbox. `gone` when no execution is there to hear it. */
export function tellReply(client: Client, folio: string): Promise<'told' | 'gone'> {
  return tell(client, folio, replyReceived);
}

/** An agent may be free for the ticket. */
export function tellAgents(client: Client, folio: string): Promise<'told' | 'gone'> {
  return tell(client, folio, agentsAvailable);
}

async function tell(client: Client, folio: string, signal: SignalDefinition): Promise<'told' | 'gone'> {
  const handle = client.workflow.getHandle(ticketWorkflowId(folio));
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () => handle.signal(signal));
    return 'told';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}
