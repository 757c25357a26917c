import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useOne } from '../../parts/use-list';

export type Policy = components['schemas']['SupportPolicy'];
export type RemoteSession = NonNullable<Policy['remoteSession']>;

export const POLICY = ['policy'] as const;
export const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
export const IMPACTS = ['many_users', 'limited_users', 'one_user', 'minimal'] as const;
export const URGENCIES = ['business_stopped', 'degraded', 'inconvenience', 'can_wait'] as const;

/** The support policy as it holds now. */
export function usePolicy(): UseQueryResult<Policy, ApiProblem> {
  return useOne(POLICY, (signal) => api.GET('/policies/support', { signal }));
}
