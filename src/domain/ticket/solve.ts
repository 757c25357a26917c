import { DomainError } from '../domain-error';
import type { CommandData } from './commands';
import { askWait, plannedWait } from './converse';
import type { Rule } from './rule';
import { answered, askNextReply, askSettlement } from './targets';
import { isWaitingForClient, type Ticket } from './ticket';

/** A solution needs the ticket classified, somebody's, and attended; it starts the 48 business hours. */
export const proposeSolution: Rule<CommandData['proposeSolution']> = {
  ask: (ticket, _data, asking) => ({
    ...askSettlement(ticket, asking),
    ...askWait(asking.policy, asking.at),
  }),
  decide(ticket, { summary, steps = [], origin }, context) {
    assertSolvable(ticket);
    return [
      {
        type: 'solution_proposed',
        data: { summary, steps, origin: origin ?? null, wait: plannedWait(context) },
      },
      ...answered(ticket, context),
    ];
  },
};

/** "Retomar": a mistaken solution or question is taken back, and the word returns to support. */
export const retract: Rule<CommandData['retract']> = {
  ask: (ticket, _data, asking) => askNextReply(ticket, asking),
  decide(ticket, { reason }, { times }) {
    if (!isWaitingForClient(ticket)) throw new DomainError('nothing_to_retract');
    const nextReplyDue = times.dues['nextReply'] ?? null;
    return [{ type: 'solution_retracted', data: { reason, cause: ticket.waiting.cause, nextReplyDue } }];
  },
};

/** What a solution, and closing as resolved, needs first. */
export function assertSolvable(ticket: Ticket): void {
  if (!ticket.milestones.categorized) throw new DomainError('category_required');
  if (!ticket.priority) throw new DomainError('priority_required');
  if (!ticket.assigneeId) throw new DomainError('assignee_required');
  if (!ticket.milestones.firstAttention) throw new DomainError('first_attention_required');
}
