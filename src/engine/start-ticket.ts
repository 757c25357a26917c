import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { register, registeredEvent } from '../domain/ticket/register';
import { workflowInput, type IntakeDocument } from '../store/tickets/intakes';
import type { Store } from '../store/store';
import { TASK_QUEUE, TICKET_WORKFLOW, ticketWorkflowId, type TicketInput } from '../workflows/messages';
import { searchAttributesOf } from '../workflows/search-attributes';

/** Two registrations under one folio: never success, always an alarm. */
export class FolioTakenError extends Error {
  constructor(readonly folio: string) {
    super(`Folio ${folio} runs for another registration`);
    this.name = 'FolioTakenError';
  }
}

/**
 * Starts the workflow of an accepted registration. Doing it twice starts it once.
 * @throws FolioTakenError when another registration runs, or ran, under the folio
 * @throws ServiceError and the like when the engine is away: the relay tries again
 */
export async function startTicket(client: Client, store: Store, intake: IntakeDocument): Promise<void> {
  const input = await workflowInput(store, intake);
  try {
    await client.workflow.start(TICKET_WORKFLOW, {
      ...startOptions(input),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    const { memo } = await client.workflow.getHandle(ticketWorkflowId(input.folio)).describe();
    if (memo?.['intakeId'] !== intake.commandId) throw new FolioTakenError(input.folio);
  }
}

/** What every start of a ticket's workflow shares. Nothing personal: ids and attributes are plain text in the engine. */
export function startOptions(input: TicketInput): {
  workflowId: string;
  taskQueue: string;
  args: [TicketInput];
  memo: { intakeId: string };
  typedSearchAttributes: ReturnType<typeof searchAttributesOf>;
  staticSummary: string;
  staticDetails: string;
} {
  const { folio, registration, registeredAt, actor, commandId } = input;
  const ticket =
    input.carried?.ticket ?? register(registeredEvent(folio, registeredAt, actor, commandId, registration));
  return {
    workflowId: ticketWorkflowId(folio),
    taskQueue: TASK_QUEUE,
    args: [input],
    memo: { intakeId: commandId },
    typedSearchAttributes: searchAttributesOf(ticket),
    staticSummary: `Ticket ${folio} (${registration.type})`,
    staticDetails: [
      `- product: ${registration.product} ${registration.productVersion}`,
      `- organization: ${registration.organizationId}`,
      `- policy version: ${registration.policyVersion}`,
      `- calendar: ${registration.calendar.id} version ${registration.calendar.version}`,
      `- registered: ${registeredAt}`,
    ].join('\n'),
  };
}
