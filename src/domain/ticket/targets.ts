import type { Priority } from '../classification/priority';
import { typeRule, type SupportPolicy } from '../policy/support-policy';
import type { TimeQuestions } from './business-times';
import type { Instant } from '../instant';
import type { Draft } from './events';
import type { Asking, Context, Rule } from './rule';
import type { FactData } from './commands';
import { pointsComplete, type AttentionPoints, type Target, type TargetName, type Ticket } from './ticket';

/** Priority that drives our clock while no agent has set one and the type has none of its own. */
const UNCLASSIFIED: Priority = 'medium';

/** Business hours within which a ticket should be attended, until an agent has set its priority. */
export function firstAttentionHours(type: string, policy: SupportPolicy): number {
  return policy.targets[usualPriority(type, policy)].firstAttentionHours;
}

/** Business hours within which the client's next reply should be answered. */
export function nextReplyHours(ticket: Ticket, policy: SupportPolicy): number {
  return policy.targets[ticket.priority ?? usualPriority(ticket.type, policy)].nextReplyHours;
}

/** The priority that counts until an agent has set one. */
export function usualPriority(type: string, policy: SupportPolicy): Priority {
  return typeRule(policy, type)?.defaultPriority ?? UNCLASSIFIED;
}

/** Asks until when we should answer a client who writes at `from`, or gets the word back now. */
export function askNextReply(ticket: Ticket, { at, policy }: Asking, from: Instant = at): TimeQuestions {
  return { dues: { nextReply: { from, hours: nextReplyHours(ticket, policy) } } };
}

/** Asks for what settles the open targets when the client is answered now. */
export function askSettlement(ticket: Ticket, { at }: Asking): TimeQuestions {
  const spans: NonNullable<TimeQuestions['spans']> = {};
  const { firstAttention, nextReply } = ticket.targets;
  if (firstAttention) spans['first_attention'] = { from: firstAttention.since, to: at };
  if (nextReply) spans['next_reply'] = { from: nextReply.since, to: at };
  return { spans };
}

/** The client has been answered publicly: our clock for the next reply ends, and perhaps the first attention is complete. */
export function answered(
  ticket: Ticket,
  context: Context,
  points: AttentionPoints | null = ticket.attention,
): Draft[] {
  return [
    ...settle('next_reply', ticket.targets.nextReply, context),
    ...firstAttended(ticket, points, context),
  ];
}

/**
 * The milestone counts once all six points are recorded and the client has been answered
 * (process, "First attention"). Call it when both may hold for the first time.
 */
export function firstAttended(ticket: Ticket, points: AttentionPoints | null, context: Context): Draft[] {
  if (ticket.milestones.firstAttention || !pointsComplete(points)) return [];
  return [
    { type: 'first_attended', data: {} },
    ...settle('first_attention', ticket.targets.firstAttention, context),
  ];
}

/** Ends whatever target is still open, so that every closed record carries met or missed with its minutes. */
export function settleAll(ticket: Ticket, context: Context): Draft[] {
  return [
    ...settle('first_attention', ticket.targets.firstAttention, context),
    ...settle('next_reply', ticket.targets.nextReply, context),
  ];
}

/** A target has passed unanswered: one alarm to the supervisor. */
export const missTarget: Rule<FactData['missTarget']> = {
  decide(ticket, { target }, { at }) {
    const open = target === 'first_attention' ? ticket.targets.firstAttention : ticket.targets.nextReply;
    if (!open || open.alarmed || at < open.dueAt) return [];
    return [{ type: 'target_missed', data: { target, dueAt: open.dueAt } }];
  },
};

/** The time that the agent estimated to the client has passed. */
export const overrunEstimate: Rule<FactData['overrunEstimate']> = {
  decide(ticket, _data, { at }) {
    if (!ticket.estimate || ticket.estimate.overrun || at < ticket.estimate.dueAt) return [];
    return [{ type: 'estimate_overrun', data: { dueAt: ticket.estimate.dueAt } }];
  },
};

/** The open targets under a priority set at `at`; an alarm given stands unless the new target is still ahead. */
export function movedTargets(
  { firstAttention, nextReply }: Ticket['targets'],
  dues: { firstAttentionDue: Instant | null; nextReplyDue: Instant | null },
  at: Instant,
): Ticket['targets'] {
  return {
    firstAttention: moved(firstAttention, dues.firstAttentionDue, at),
    nextReply: moved(nextReply, dues.nextReplyDue, at),
  };
}

function moved(target: Target | null, dueAt: Instant | null, at: Instant): Target | null {
  return target && dueAt ? { ...target, dueAt, alarmed: target.alarmed && dueAt <= at } : target;
}

function settle(target: TargetName, open: Target | null, context: Context): Draft[] {
  if (!open) return [];
  const businessMinutes = context.times.minutes[target] ?? 0;
  return [
    {
      type: 'target_settled',
      data: { target, dueAt: open.dueAt, met: context.at <= open.dueAt, businessMinutes },
    },
  ];
}
