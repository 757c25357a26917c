import { mayCloseAs } from '../access/ticket-access';
import { isClientSide, type Actor } from '../actor';
import { DomainError } from '../domain-error';
import type { CommandData, FactData } from './commands';
import type { Draft } from './events';
import type { Context, Rule } from './rule';
import { assertSolvable } from './solve';
import { askSettlement, settleAll } from './targets';
import { isHeldBySession, isOnTicket, isWaitingForClient, type Ticket } from './ticket';

type Close = CommandData['close'];

/** Closing by a person: for good, and always with a message to the client. */
export const close: Rule<Close> = {
  ask: (ticket, _data, asking) => askSettlement(ticket, asking),
  decide(ticket, data, context) {
    assertMayClose(ticket, data, context.actor);
    assertWellFormed(ticket, data, context.actor);
    if (isHeldBySession(ticket)) throw new DomainError('session_open');
    if (data.reason === 'accepted' && !ticket.solution) throw new DomainError('solution_required');
    if (data.reason === 'resolved') assertSolvable(ticket);
    assertConfirmed(ticket, data);
    return closing(ticket, data, context);
  },
};

/** Silence: the 48 business hours have passed. The instant on record is the due one, not the one at which we woke. */
export const expire: Rule<FactData['expire']> = {
  ask: (ticket, _data, asking) => askSettlement(ticket, asking),
  decide(ticket, _data, context) {
    if (!isWaitingForClient(ticket)) throw new DomainError('not_waiting_for_client');
    if (context.at < ticket.waiting.autoCloseAt) throw new DomainError('not_waiting_for_client');
    if (isHeldBySession(ticket)) throw new DomainError('session_open');
    return closing(ticket, { reason: 'no_client_response' }, context, ticket.waiting.autoCloseAt);
  },
};

/** The closing itself; exactly one event of type `closed` ends every ticket. */
export function closing(ticket: Ticket, data: Close, context: Context, dueAt: string | null = null): Draft[] {
  return [
    ...settleAll(ticket, context),
    {
      type: 'closed',
      data: {
        reason: data.reason,
        dueAt,
        message: data.message ?? null,
        confirmedBy: data.reason === 'resolved' ? (data.confirmedBy ?? 'none') : null,
        origin: data.origin ?? ticket.solution?.origin ?? null,
        duplicateOf: data.duplicateOf ?? null,
        // Closing as resolved without one, the message is the solution.
        solutionGiven: ticket.solution !== null || data.reason === 'resolved',
      },
    },
  ];
}

function assertMayClose(ticket: Ticket, { reason }: Close, actor: Actor): void {
  if (actor.role === 'system' || !mayCloseAs(actor.role, reason))
    throw new DomainError('not_allowed', 'reason');
  if (actor.role !== 'client') return;
  // The client_admin speaks for the customer; a client for their own ticket, or beside its requester.
  const theirs = reason === 'withdrawn' ? actor.id === ticket.requesterId : isOnTicket(ticket, actor);
  if (!theirs) throw new DomainError('not_allowed', 'reason');
}

/** What a closing says of the client's word must be on record. */
function assertConfirmed({ answeredSolution, spokeByPhone }: Ticket, { confirmedBy }: Close): void {
  const missing =
    (confirmedBy === 'client_message' && answeredSolution === false) ||
    (confirmedBy === 'call' && spokeByPhone === false);
  if (missing) throw new DomainError('not_confirmed', 'confirmedBy');
}

/** A field that says nothing about the reason given is refused, never ignored. */
function assertWellFormed(ticket: Ticket, data: Close, actor: Actor): void {
  if (!isClientSide(actor) && !data.message) throw new DomainError('invalid_command', 'message');
  if (data.confirmedBy && data.reason !== 'resolved') throw new DomainError('invalid_command', 'confirmedBy');
  if (data.origin && isClientSide(actor)) throw new DomainError('invalid_command', 'origin');
  if ((data.reason === 'duplicate') !== (data.duplicateOf !== undefined)) {
    throw new DomainError('invalid_command', 'duplicateOf');
  }
  if (data.duplicateOf === ticket.folio) throw new DomainError('same_ticket', 'duplicateOf');
}
