import type { ClosureReason } from '../classification/closure-reasons';
import type { Role } from './role';
import { isStaff } from './role';

/** Who asks. `organizationId` is the customer of a client; null for staff. */
export type Caller = { readonly role: Role; readonly userId: string; readonly organizationId: string | null };

/** The people of a ticket: its customer, who asked, and the colleagues added to it. */
export type TicketPeople = {
  readonly organizationId: string;
  readonly requesterId: string;
  readonly participantIds: readonly string[];
};

/**
 * Clients see their own tickets and those they were added to, a client_admin all of the customer, staff all.
 * Nobody sees a ticket of another customer, even one they asked for or were added to before changing companies.
 */
export function mayReadTicket(caller: Caller, ticket: TicketPeople): boolean {
  if (isStaff(caller.role)) return true;
  if (caller.organizationId !== ticket.organizationId) return false;
  if (caller.role === 'client_admin') return true;
  return caller.userId === ticket.requesterId || ticket.participantIds.includes(caller.userId);
}

/** Whether a role may close with a reason. `no_client_response` and `split` are results of the process, nobody's to choose. */
export function mayCloseAs(role: Role, reason: ClosureReason): boolean {
  switch (reason) {
    case 'accepted':
    case 'withdrawn':
      return !isStaff(role);
    case 'resolved':
    case 'out_of_scope':
    case 'duplicate':
      return isStaff(role);
    case 'no_client_response':
    case 'split':
      return false;
  }
}

/** A colleague on the ticket may accept a solution, but only its requester or the client_admin may withdraw it. */
export function mayWithdraw(caller: Caller, ticket: TicketPeople): boolean {
  if (!mayCloseAs(caller.role, 'withdrawn') || !mayReadTicket(caller, ticket)) return false;
  return caller.role === 'client_admin' || caller.userId === ticket.requesterId;
}
