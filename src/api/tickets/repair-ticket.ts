import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { fold } from '../../domain/ticket/evolve';
import { startOptions } from '../../engine/start-ticket';
import { isArchived } from '../../store/tickets/archive';
import { lastSeqOf, readAllEvents } from '../../store/tickets/events';
import { findIntake, workflowInput } from '../../store/tickets/intakes';
import type { TicketInput } from '../../workflows/messages';
import { MAX_HANDLED, TICKET_WORKFLOW, UNKNOWN_BODY } from '../../workflows/messages';
import { ApiError } from '../problems/api-error';
import { explainFailure } from './ask-engine';
import type { Deps } from '../deps';
import { ticketClosed } from './closed-ticket';
import { isRunning } from './is-running';

/**
 * Starts a ticket again whose execution was terminated or failed, from the events on record. Its 48 hours, targets
 * and answered commands stand as they stood.
 * @throws ApiError `ticket_closed`; `not_broken` when its execution runs; `engine_unavailable` when nobody knows
 */
export async function repairTicket(deps: Deps, folio: string, reason: string): Promise<void> {
  const { store, temporal, config, logger } = deps;
  const deadline = Date.now() + config.engineDeadlineMs;
  if (await isArchived(store, folio)) throw ticketClosed(folio);
  const events = await readAllEvents(store, folio, await lastSeqOf(store, folio));
  const intake = await findIntake(store, folio);
  if (!intake || events.length === 0) throw new ApiError('not_found');
  if (await isRunning(deps, folio, deadline)) throw new ApiError('not_broken');
  const ticket = fold(events);
  const input: TicketInput = {
    ...(await workflowInput(store, intake, ticket)),
    carried: {
      ticket,
      handled: [...new Set(events.map(({ commandId }) => commandId))]
        .slice(-MAX_HANDLED)
        .map((commandId) => ({ commandId, bodyHash: UNKNOWN_BODY })),
      assignmentWanted:
        ticket.priority !== null && ticket.milestones.categorized !== null && ticket.assigneeId === null,
      repairReason: reason,
      sessionsWanted: events.flatMap(({ type, data }) =>
        type === 'session_changed' && data.request ? [data.request] : [],
      ),
    },
  };
  const options = {
    ...startOptions(input),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    workflowIdConflictPolicy: 'FAIL',
  } as const;
  await temporal
    .withDeadline(deadline, () => temporal.workflow.start(TICKET_WORKFLOW, options))
    .catch((error: unknown) => {
      // Somebody else has just repaired it.
      if (error instanceof WorkflowExecutionAlreadyStartedError) throw new ApiError('not_broken');
      throw explainFailure(error, logger);
    });
  await store.tickets.updateOne({ _id: folio, closed: false }, { $set: { needsRepair: false } });
}
