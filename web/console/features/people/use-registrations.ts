import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList } from '../../parts/use-list';

export type Registration = components['schemas']['Registration'];

export const STATES = ['waiting_approval', 'approved', 'refused'] as const;

export const REGISTRATIONS = ['registrations'] as const;

/** Registrations in a state, the oldest first. */
export function useRegistrations(state: (typeof STATES)[number]): Pages<Registration> {
  return useList<Registration>([...REGISTRATIONS, state], ({ signal, cursor }) =>
    api.GET('/registrations', {
      params: { query: { state, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}
