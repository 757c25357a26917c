import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../ui/api/api-problem';
import { api } from '../../ui/api/client';
import type { components } from '../../ui/api/schema';
import { useOne } from './use-list';

export type Organization = components['schemas']['Organization'];

/** The first word of every key under which customers are kept. */
export const ORGANIZATIONS = ['organizations'] as const;

/** One customer with its contracts and branches; none while no id is given. */
export function useOrganization(id: string | null): UseQueryResult<Organization, ApiProblem> {
  return useOne<Organization>(
    [...ORGANIZATIONS, 'one', id],
    (signal) => api.GET('/organizations/{id}', { params: { path: { id: id ?? '' } }, signal }),
    { enabled: id !== null },
  );
}
