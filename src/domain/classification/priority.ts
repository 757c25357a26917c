/** Policy section "Prioridades": most pressing first, which is also the order of every work list. */
export const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const IMPACTS = ['many_users', 'limited_users', 'one_user', 'minimal'] as const;
export type Impact = (typeof IMPACTS)[number];

export const URGENCIES = ['business_stopped', 'degraded', 'inconvenience', 'can_wait'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Total: every impact and urgency has its priority. Versioned policy data, pinned on each ticket. */
export type PriorityMatrix = Record<Impact, Record<Urgency, Priority>>;

export const DEFAULT_PRIORITY_MATRIX: PriorityMatrix = {
  many_users: { business_stopped: 'urgent', degraded: 'urgent', inconvenience: 'high', can_wait: 'low' },
  limited_users: { business_stopped: 'urgent', degraded: 'high', inconvenience: 'medium', can_wait: 'low' },
  one_user: { business_stopped: 'urgent', degraded: 'high', inconvenience: 'medium', can_wait: 'low' },
  minimal: { business_stopped: 'high', degraded: 'medium', inconvenience: 'low', can_wait: 'low' },
};

/**
 * The priority that impact and urgency propose, never above the ceiling of the ticket's type.
 * A proposal only: an agent may record another one with a reason.
 */
export function proposePriority(
  matrix: PriorityMatrix,
  impact: Impact,
  urgency: Urgency,
  ceiling: Priority | null,
): Priority {
  const proposed = matrix[impact][urgency];
  return ceiling !== null && priorityRank(proposed) < priorityRank(ceiling) ? ceiling : proposed;
}

/** 0 for urgent to 3 for low: sorts lists and compares priorities. */
export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}
