import { proxyActivities } from '@temporalio/workflow';
import type { TicketActivities } from '../../src/activities/activities';
import type { SessionActivities } from '../../src/activities/session-activities';
import type { TicketInput } from '../../src/workflows/messages';
import { remoteSession as unchangedSession, type SessionOutcome } from '../../src/workflows/remote-session';
import type { SessionInput } from '../../src/workflows/session-messages';
import { ticket as unchanged, type TicketOutcome } from '../../src/workflows/ticket';

const { findAssignee } = proxyActivities<TicketActivities>({ startToCloseTimeout: '1s' });
const { releaseSlot } = proxyActivities<SessionActivities>({ startToCloseTimeout: '1s' });

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

/** The same of a paid session. */
export async function remoteSession(input: SessionInput): Promise<SessionOutcome> {
  await releaseSlot(input.request.id);
  return await unchangedSession(input);
}
