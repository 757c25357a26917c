import { mayCloseAs, mayWithdraw } from '../../domain/access/ticket-access';
import { DomainError } from '../../domain/domain-error';
import type { CommandData } from '../../domain/ticket/commands';
import type { Ticket } from '../../domain/ticket/ticket';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { findTicket } from './on-ticket';
import type { Principal } from '../principal';
import { readTicket } from './read-ticket';

/**
 * Who may close for which reason, and whether the original of a duplicate is another ticket of the same customer. What
 * only the ticket can tell, it tells itself.
 * @throws ApiError not_allowed, unknown_ticket, other_organization or same_ticket
 */
export async function assertMayClose(
  deps: Deps,
  principal: Principal,
  ticket: Ticket,
  { reason, duplicateOf }: CommandData['close'],
): Promise<void> {
  const allowed =
    reason === 'withdrawn' ? mayWithdraw(principal, ticket) : mayCloseAs(principal.role, reason);
  if (!allowed) throw new ApiError('not_allowed', 'reason');
  if (duplicateOf === undefined || duplicateOf === ticket.folio) return;
  const original = await findTicket(deps, principal, duplicateOf);
  if (!original) throw new ApiError('unknown_ticket', 'duplicateOf');
  if (original.ticket.organizationId !== ticket.organizationId)
    throw new ApiError('other_organization', 'duplicateOf');
  if (await leadsTo(deps, original.ticket, ticket.folio)) throw new DomainError('same_ticket', 'duplicateOf');
}

/** Whether a ticket was closed as a duplicate of another, by however many in between: a circle has no original. */
async function leadsTo({ store }: Deps, from: Ticket, folio: string): Promise<boolean> {
  const seen = new Set<string>();
  for (let next = from.closure?.duplicateOf; next && !seen.has(next);) {
    if (next === folio) return true;
    seen.add(next);
    next = (await readTicket(store, next))?.ticket.closure?.duplicateOf;
  }
  return false;
}
