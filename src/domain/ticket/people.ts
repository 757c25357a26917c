import { DomainError } from '../domain-error';
import type { CommandData } from './commands';
import type { Rule } from './rule';

/** A colleague of the requester: sees the ticket, replies, gets the notices. */
export const addParticipant: Rule<CommandData['addParticipant']> = {
  decide(ticket, { clientId }) {
    if (clientId === ticket.requesterId || ticket.participantIds.includes(clientId)) return [];
    return [{ type: 'participant_added', data: { clientId } }];
  },
};

export const removeParticipant: Rule<CommandData['removeParticipant']> = {
  decide(ticket, { clientId }) {
    if (!ticket.participantIds.includes(clientId)) throw new DomainError('not_participant', 'clientId');
    return [{ type: 'participant_removed', data: { clientId } }];
  },
};

/** Passing the ticket on, as when a person leaves the customer. */
export const changeRequester: Rule<CommandData['changeRequester']> = {
  decide(ticket, { clientId }) {
    if (clientId === ticket.requesterId) return [];
    return [{ type: 'requester_changed', data: { clientId, from: ticket.requesterId } }];
  },
};
