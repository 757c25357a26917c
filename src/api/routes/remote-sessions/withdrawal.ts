import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '../../../domain/domain-error';
import type { Ticket } from '../../../domain/ticket/ticket';
import type { Deps } from '../../deps';
import type { Principal } from '../../principal';
import { readTicket } from '../../tickets/read-ticket';
import { commandSession } from './command';

/** An open payment page must be shut at the provider before the ticket is let go. */
const RELEASED_MS = 4_000;

/**
 * A withdrawal cancels the session that holds the ticket first, with the refund that its terms give, and waits until
 * the ticket is let go; one that can not be cancelled any more, or takes longer, leaves the refusal to the ticket.
 */
export async function cancelHoldingSessions(
  deps: Deps,
  principal: Principal,
  ticket: Ticket,
  { commandId, bodyHash }: { commandId: string; bodyHash: string },
): Promise<void> {
  const holding = ticket.remoteSessions.filter(({ holds }) => holds);
  for (const { id: sessionId } of holding) {
    const data = { reason: 'withdrawn' };
    const order = { sessionId, name: 'cancelSession', data, principal, commandId, bodyHash } as const;
    await commandSession(deps, order).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }
  if (holding.length > 0) await released(deps, ticket.folio);
}

async function released({ store }: Deps, folio: string): Promise<void> {
  const end = Date.now() + RELEASED_MS;
  while (Date.now() < end) {
    const record = await readTicket(store, folio);
    if (!record || record.closed || !record.ticket.remoteSessions.some(({ holds }) => holds)) return;
    await wait(50);
  }
}
