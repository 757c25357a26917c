import { useQuery } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import type { Priority, Ticket } from '../../../ui/api/types';

export type Impact = NonNullable<Ticket['impact']>;
export type Urgency = NonNullable<Ticket['urgency']>;

export const IMPACTS = ['many_users', 'limited_users', 'one_user', 'minimal'] as const;
export const URGENCIES = ['business_stopped', 'degraded', 'inconvenience', 'can_wait'] as const;
export const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;

/** What impact and urgency propose for a type, by the policy in force; null until it is known. */
export type Propose = (impact: Impact, urgency: Urgency) => Priority | null;

const FRESH_MS = 10 * 60_000;

/**
 * The policy's matrix with the type's ceiling. A ticket keeps the policy that it was registered under, so that an older
 * one may be given another priority by the service: what it answers is what counts.
 */
export function useMatrix(type: string): Propose {
  const { data: policy } = useQuery({
    queryKey: ['policies', 'support'],
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => (await api.GET('/policies/support', { signal })).data ?? null,
  });
  const ceiling = policy?.types.find(({ id }) => id === type)?.ceiling ?? null;
  return (impact, urgency) => {
    const proposed = policy?.priorityMatrix[impact]?.[urgency];
    if (proposed === undefined) return null;
    return ceiling !== null && rank(proposed) < rank(ceiling) ? ceiling : proposed;
  };
}

function rank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}
