import { DomainError } from '../domain-error';
import type { CommandData, FactData } from './commands';
import type { Rule } from './rule';

/** By hand or by claim. Never refused for load, expertise or hours: the console warns instead. */
export const assign: Rule<CommandData['assign']> = {
  decide(ticket, { agentId }, { actor }) {
    if (ticket.assigneeId === agentId) return [];
    const how = actor.id === agentId ? 'claim' : 'hand';
    return [{ type: 'assigned', data: { agentId, from: ticket.assigneeId, how } }];
  },
};

/** Asks for the automatic choice by expertise, availability and load. */
export const requestAssignment: Rule<CommandData['requestAssignment']> = {
  decide(ticket) {
    if (!ticket.milestones.categorized) throw new DomainError('category_required');
    if (!ticket.priority) throw new DomainError('priority_required');
    return [{ type: 'assignment_requested', data: {} }];
  },
};

/** An eligible agent was reserved for the ticket; whoever took it in the meantime keeps it. */
export const assignAutomatically: Rule<FactData['assignAutomatically']> = {
  decide(ticket, { agentId, from = ticket.assigneeId }) {
    if (ticket.assigneeId === agentId || ticket.assigneeId !== from) return [];
    return [{ type: 'assigned', data: { agentId, from: ticket.assigneeId, how: 'automatic' } }];
  },
};
