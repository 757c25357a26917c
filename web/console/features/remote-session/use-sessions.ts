import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { queryKeys } from '../../../ui/query/query-keys';
import type { Pages } from '../../../ui/query/use-pages';
import { useList, useOne } from '../../parts/use-list';

export type RemoteSession = components['schemas']['RemoteSession'];
export type State = RemoteSession['state'];

export const STATES = [
  'requested',
  'quoted',
  'checkout',
  'paid',
  'scheduled',
  'in_progress',
  'completed',
  'client_absent',
  'cancelled',
  'expired',
] as const satisfies readonly State[];

export type Shown = State | 'stuck' | 'all';

/** Sessions in a state, those that somebody has to look at, or all; the last changed first. */
export function useSessions(shown: Shown): Pages<RemoteSession> {
  return useList<RemoteSession>([...queryKeys.remoteSessions, 'console', shown], ({ signal, cursor }) =>
    api.GET('/remote-sessions', {
      params: { query: { ...filterOf(shown), ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}

/** One session as support sees it. */
export function useSession(id: string): UseQueryResult<RemoteSession, ApiProblem> {
  return useOne([...queryKeys.remoteSessions, 'one', id], (signal) =>
    api.GET('/remote-sessions/{id}', { params: { path: { id } }, signal }),
  );
}

function filterOf(shown: Shown): { state?: State; stuck?: 'true' } {
  if (shown === 'all') return {};
  return shown === 'stuck' ? { stuck: 'true' } : { state: shown };
}
