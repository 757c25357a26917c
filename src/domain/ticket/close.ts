import { mayCloseAs } from '../access/ticket-access';
import { isClientSide } from '../actor';
import { DomainError } from '../domain-error';
import type { CommandData, FactData } from './commands';
import type { Draft } from './events';
import type { Context, Rule } from './rule';
import { assertSolvable } from './solve';
import { askSettlement, settleAll } from './targets';
import { isHeldBySession, isWaitingForClient, type Ticket } from './ticket';

type Close = CommandData['close'];

/** Closing by a person: for good, and always with a message to the client. */
export const close: Rule<Close> = {
  ask: (ticket, _data, asking) => askSettlement(ticket, asking),
  decide(ticket, data, context) {
    if (isHeldBySession(ticket)) throw new DomainError('session_open');
    assertMayClose(ticket, data, context);
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
        solutionGiven: ticket.solution !== null,
      },
    },
  ];
}

function assertMayClose(ticket: Ticket, data: Close, { actor }: Context): void {
  if (actor.role === 'system' || !mayCloseAs(actor.role, data.reason))
    throw new DomainError('not_allowed', 'reason');
  if (data.reason === 'withdrawn' && actor.role === 'client' && actor.id !== ticket.requesterId) {
    throw new DomainError('not_allowed', 'reason');
  }
  if (!isClientSide(actor) && !data.message) throw new DomainError('invalid_command', 'message');
  if (data.reason === 'accepted' && !ticket.solution) throw new DomainError('solution_required');
  if (data.reason === 'resolved') assertSolvable(ticket);
  if ((data.reason === 'duplicate') !== (data.duplicateOf !== undefined)) {
    throw new DomainError('invalid_command', 'duplicateOf');
  }
  if (data.duplicateOf === ticket.folio) throw new DomainError('same_ticket', 'duplicateOf');
}
