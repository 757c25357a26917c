import { mayCloseAs, mayWithdraw } from '../domain/access/ticket-access';
import type { CommandData } from '../domain/ticket/commands';
import type { Ticket } from '../domain/ticket/ticket';
import { ApiError } from './api-error';
import type { Deps } from './deps';
import { findTicket } from './on-ticket';
import type { Principal } from './principal';

/**
 * Who may close for which reason, and whether the original of a duplicate is a ticket of the same customer. What only
 * the ticket can tell, it tells itself.
 * @throws ApiError not_allowed, unknown_ticket or other_organization
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
}
