import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { MailFailure } from '../domain/ticket/mail-failure';
import { mailFailed, ticketWorkflowId } from '../workflows/messages';

const DEADLINE_MS = 5_000;

/** A mail of the ticket was refused or came back. `gone` when the ticket has ended: its record changes no more. */
export async function tellMailFailure(
  client: Client,
  folio: string,
  failure: MailFailure & { noticeId: string },
): Promise<'told' | 'gone'> {
  const handle = client.workflow.getHandle(ticketWorkflowId(folio));
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () => handle.signal(mailFailed, failure));
    return 'told';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'gone';
    throw error;
  }
}
