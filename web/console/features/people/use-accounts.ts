import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList, useOne } from '../../parts/use-list';

export type Account = components['schemas']['Account'];

export const KINDS = ['clients', 'staff'] as const;
export const STATUSES = [
  'active',
  'locked',
  'read_only',
  'left',
  'erased',
] as const satisfies Account['status'][];

export interface AccountFilters {
  q?: string;
  kind?: (typeof KINDS)[number];
  status?: Account['status'];
  organization?: string;
}

export const ACCOUNTS = ['accounts'] as const;

/** People of customers and of support, by name. */
export function useAccounts(filters: AccountFilters): Pages<Account> {
  return useList<Account>([...ACCOUNTS, 'list', filters], ({ signal, cursor }) =>
    api.GET('/people', {
      params: { query: { limit: 50, ...filters, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}

const FRESH_MS = 60_000;

/** A person and how their account stands; nobody while no id is given. */
export function useAccount(id: string): UseQueryResult<Account, ApiProblem> {
  return useOne<Account>(
    [...ACCOUNTS, 'one', id],
    (signal) => api.GET('/people/{id}', { params: { path: { id } }, signal }),
    { enabled: id !== '', staleTime: FRESH_MS },
  );
}
