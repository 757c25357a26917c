import { proxyActivities } from '@temporalio/workflow';
import type { TicketActivities } from '../../src/activities/activities';
import type { TicketInput } from '../../src/workflows/messages';
import { ticket as unchanged, type TicketOutcome } from '../../src/workflows/ticket';

const { findAssignee } = proxyActivities<TicketActivities>({ startToCloseTimeout: '1s' });

/** The ticket with one step more than it had when its histories were recorded, and no patch to mark it. */
export async function ticket(input: TicketInput): Promise<TicketOutcome> {
  const { folio, registeredAt, registration } = input;
  await findAssignee({
    folio,
    type: registration.type,
    priority: 'low',
    since: registeredAt,
    exceptAgentId: null,
    at: registeredAt,
  });
  return await unchanged(input);
}
