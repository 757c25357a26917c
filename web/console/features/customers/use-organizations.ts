import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList } from '../../parts/use-list';
import { ORGANIZATIONS, type Organization } from '../../parts/use-organization';

export { ORGANIZATIONS, useOrganization, type Organization } from '../../parts/use-organization';
export type Contract = components['schemas']['Contract'];
export type Branch = components['schemas']['Branch'];

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
