import type { Actor } from '../actor';
import { DomainError } from '../domain-error';
import type { CommandData } from './commands';
import type { Rule } from './rule';
import { isOnTicket, type Ticket } from './ticket';

/** A colleague of the requester: sees the ticket, replies, gets the notices. */
export const addParticipant: Rule<CommandData['addParticipant']> = {
  decide(ticket, { clientId }, { actor }) {
    assertSpeaksFor(ticket, actor);
    if (isOnTicket(ticket, { id: clientId })) return [];
    return [{ type: 'participant_added', data: { clientId } }];
  },
};

export const removeParticipant: Rule<CommandData['removeParticipant']> = {
  decide(ticket, { clientId }, { actor }) {
    assertSpeaksFor(ticket, actor);
    if (!ticket.participantIds.includes(clientId)) throw new DomainError('not_participant', 'clientId');
    return [{ type: 'participant_removed', data: { clientId } }];
  },
};

/** Passing the ticket on, as when a person leaves the customer. A colleague may speak on it, but not give it away. */
export const changeRequester: Rule<CommandData['changeRequester']> = {
  decide(ticket, { clientId }, { actor }) {
    if (actor.role === 'client' && actor.id !== ticket.requesterId) throw new DomainError('not_allowed');
    if (clientId === ticket.requesterId) return [];
    return [{ type: 'requester_changed', data: { clientId, from: ticket.requesterId } }];
  },
};

/** The client_admin speaks for the whole customer. */
function assertSpeaksFor(ticket: Ticket, actor: Actor): void {
  if (actor.role === 'client' && !isOnTicket(ticket, actor)) throw new DomainError('not_allowed');
}
