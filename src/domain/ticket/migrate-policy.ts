import { DomainError } from '../domain-error';
import { policyProblems } from '../policy/policy-problems';
import { askTargets } from './classify';
import type { CommandData } from './commands';
import { askWait } from './converse';
import type { Rule } from './rule';
import { usualPriority } from './targets';
import type { PinnedRules, Ticket } from './ticket';

type Migration = CommandData['migratePolicy'];

/**
 * Other versions of policy and calendar than those pinned at the registration. A running wait and our open targets are
 * counted anew, each from where its clock began. What a person decided stands: priority, estimate, and the conditions
 * that a paid session was asked for under. A ticket that is held to these versions already stays as it is.
 */
export const migratePolicy: Rule<Migration> = {
  ask(ticket, { policy }, { at }) {
    const priority = ticket.priority ?? usualPriority(ticket.type, policy);
    const targets = askTargets(ticket, priority, policy);
    if (!ticket.waiting) return targets;
    const { wait } = askWait(policy, ticket.waiting.since);
    return { ...targets, wait: { ...wait!, after: at } };
  },
  decide(ticket, migration, { times }) {
    assertUsable(migration);
    const after = versionsOf(migration);
    if (isHeldTo(ticket, after)) return [];
    const { policyVersion, calendar, waiting } = ticket;
    return [
      {
        type: 'policy_migrated',
        data: {
          before: { policyVersion, calendar },
          after,
          reason: migration.reason,
          wait: waiting && (times.wait ?? null),
          closingBefore: waiting?.autoCloseAt ?? null,
          firstAttentionDue: times.dues['firstAttention'] ?? null,
          nextReplyDue: times.dues['reprioritizedReply'] ?? null,
        },
      },
    ];
  },
};

/** The ticket goes on under these rules alone: whatever reaches it by another way than the API is looked at once more. */
function assertUsable({ policy, calendar: { id, version } }: Migration): void {
  if (policyProblems(policy).length > 0) throw new DomainError('invalid_command', 'policy');
  if (typeof id !== 'string' || !Number.isSafeInteger(version)) {
    throw new DomainError('invalid_command', 'calendar');
  }
}

function versionsOf({ policy, calendar: { id, version } }: Migration): PinnedRules {
  return { policyVersion: policy.version, calendar: { id, version } };
}

function isHeldTo({ policyVersion, calendar }: Ticket, after: PinnedRules): boolean {
  const { id, version } = after.calendar;
  return policyVersion === after.policyVersion && calendar.id === id && calendar.version === version;
}
