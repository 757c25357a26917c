import { proposePriority, type Priority } from '../classification/priority';
import { DomainError } from '../domain-error';
import { typeRule, type SupportPolicy } from '../policy/support-policy';
import type { CommandData } from './commands';
import type { TimeQuestions } from './business-times';
import type { Rule } from './rule';
import type { Ticket } from './ticket';

/** Categorization: the agent reads the request and names its type (policy, "CLASIFICACION DE TICKETS"). */
export const categorize: Rule<CommandData['categorize']> = {
  decide(ticket, { type, note }, { policy }) {
    if (!typeRule(policy, type)) throw new DomainError('unknown_type', 'type');
    return [{ type: 'categorized', data: { type, from: ticket.type, note: note ?? null } }];
  },
};

/** Prioritization: impact × urgency proposes, the type's ceiling limits, the agent may decide otherwise with a reason. */
export const prioritize: Rule<CommandData['prioritize']> = {
  ask(ticket, { priority, impact, urgency }, { policy }) {
    return askTargets(ticket, priority ?? propose(policy, ticket.type, impact, urgency), policy);
  },
  decide(ticket, { impact, urgency, priority, reason }, { policy, times }) {
    const proposed = propose(policy, ticket.type, impact, urgency);
    const decided = priority ?? proposed;
    if (decided !== proposed && !reason) throw new DomainError('reason_required', 'reason');
    return [
      {
        type: 'prioritized',
        data: {
          impact,
          urgency,
          proposed,
          priority: decided,
          reason: reason ?? null,
          firstAttentionDue: times.dues['firstAttention'] ?? null,
          nextReplyDue: times.dues['reprioritizedReply'] ?? null,
        },
      },
    ];
  },
};

/** The priority that the pinned matrix and the type's ceiling give. */
export function propose(
  policy: SupportPolicy,
  type: string,
  impact: CommandData['prioritize']['impact'],
  urgency: CommandData['prioritize']['urgency'],
): Priority {
  return proposePriority(policy.priorityMatrix, impact, urgency, typeRule(policy, type)?.ceiling ?? null);
}

/** A priority sets our targets anew, each counted from where its clock began. */
export function askTargets(ticket: Ticket, priority: Priority, policy: SupportPolicy): TimeQuestions {
  const { firstAttentionHours, nextReplyHours } = policy.targets[priority];
  const { firstAttention, nextReply } = ticket.targets;
  return {
    dues: {
      ...(firstAttention && { firstAttention: { from: firstAttention.since, hours: firstAttentionHours } }),
      ...(nextReply && { reprioritizedReply: { from: nextReply.since, hours: nextReplyHours } }),
    },
  };
}
