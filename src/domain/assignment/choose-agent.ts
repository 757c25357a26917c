import type { Instant } from '../instant';

/** What the choice looks at. */
export interface Candidate {
  id: string;
  skills: readonly string[];
  capacity: number;
  available: boolean;
  onShift: boolean;
  openTickets: number;
  lastAssignedAt: Instant | null;
}

/** Whether assignment may give this agent a ticket of the type now (policy, "Asignación": experience and availability). */
export function isEligible(candidate: Candidate, type: string): boolean {
  return (
    candidate.available &&
    candidate.onShift &&
    candidate.skills.includes(type) &&
    candidate.openTickets < candidate.capacity
  );
}

/** Eligible agents, the least loaded first; among equals the one who has waited longest for a ticket. */
export function rankCandidates<C extends Candidate>(candidates: readonly C[], type: string): C[] {
  return candidates
    .filter((candidate) => isEligible(candidate, type))
    .sort(
      (a, b) =>
        a.openTickets / a.capacity - b.openTickets / b.capacity ||
        (a.lastAssignedAt ?? '').localeCompare(b.lastAssignedAt ?? '') ||
        a.id.localeCompare(b.id),
    );
}
