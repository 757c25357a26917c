import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { queryKeys } from '../../../ui/query/query-keys';
import type { Pages } from '../../../ui/query/use-pages';
import { useList } from '../../parts/use-list';

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

/** One session as support sees it: live by its news, and asked for again when one of its instants comes. */
export function useSession(id: string): UseQueryResult<RemoteSession, ApiProblem> {
  return useQuery<RemoteSession, ApiProblem>({
    queryKey: [...queryKeys.remoteSessions, 'one', id],
    queryFn: async ({ signal }) =>
      (await api.GET('/remote-sessions/{id}', { params: { path: { id } }, signal })).data as RemoteSession,
    refetchInterval: ({ state: { data } }) => pauseUntil(data?.countdown?.at),
  });
}

/** Sessions of a ticket that wait for support; none is asked for while the ticket has no session. */
export function useStuckSessions(
  folio: string,
  enabled: boolean,
): UseQueryResult<RemoteSession[], ApiProblem> {
  return useQuery<RemoteSession[], ApiProblem>({
    queryKey: [...queryKeys.remoteSessions, 'stuck', folio],
    queryFn: async ({ signal }) => {
      const query = { folio, stuck: 'true' as const };
      const { data } = await api.GET('/remote-sessions', { params: { query }, signal });
      return data?.items ?? [];
    },
    enabled,
    refetchInterval: SELDOM_MS,
  });
}

const SELDOM_MS = 60_000;
const AT_LEAST_MS = 2_000;

/** What may be done changes with the instant. */
function pauseUntil(at: string | undefined): number {
  if (at === undefined) return SELDOM_MS;
  return Math.min(SELDOM_MS, Math.max(AT_LEAST_MS, Date.parse(at) - Date.now() + 500));
}

function filterOf(shown: Shown): { state?: State; stuck?: 'true' } {
  if (shown === 'all') return {};
  return shown === 'stuck' ? { stuck: 'true' } : { state: shown };
}
