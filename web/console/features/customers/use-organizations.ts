import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList, useOne } from '../../parts/use-list';

export type Organization = components['schemas']['Organization'];
export type Contract = components['schemas']['Contract'];

export const ORGANIZATIONS = ['organizations'] as const;

/** Customers by name; `q` looks in name and customer number. */
export function useOrganizations(q: string): Pages<Organization> {
  return useList<Organization>([...ORGANIZATIONS, 'list', q], ({ signal, cursor }) =>
    api.GET('/organizations', {
      params: {
        query: { limit: 50, ...(q !== '' && { q }), ...(cursor !== undefined && { cursor }) },
      },
      signal,
    }),
  );
}

/** One customer with its contracts. */
export function useOrganization(id: string): UseQueryResult<Organization, ApiProblem> {
  return useOne([...ORGANIZATIONS, 'one', id], (signal) =>
    api.GET('/organizations/{id}', { params: { path: { id } }, signal }),
  );
}
