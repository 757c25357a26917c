import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { queryKeys } from '../../../ui/query/query-keys';
import type { RemoteSession, Situation } from './remote-session';

/** While something is under way by itself, or people meet right now: not every step is an event of the ticket. */
const SOON_MS = 2_000;
const SELDOM_MS = 60_000;
const MEETING: readonly Situation[] = ['access_open', 'in_progress', 'ending_soon'];

export function sessionKey(id: string): readonly unknown[] {
  return [...queryKeys.remoteSessions, id];
}

/** A session as it stands: live by the ticket's events, and asked for again when one of its instants comes. */
export function useSession(id: string): UseQueryResult<RemoteSession, ApiProblem> {
  return useQuery<RemoteSession, ApiProblem>({
    queryKey: sessionKey(id),
    queryFn: async ({ signal }) =>
      (await api.GET('/remote-sessions/{id}', { params: { path: { id } }, signal })).data as RemoteSession,
    refetchInterval: ({ state }) => pause(state.data),
  });
}

function pause(session: RemoteSession | undefined): number {
  if (session === undefined) return SELDOM_MS;
  if (session.nextActor === 'system' || MEETING.includes(session.situation)) return SOON_MS;
  const ahead = session.countdown === null ? SELDOM_MS : Date.parse(session.countdown.at) - Date.now();
  return Math.min(SELDOM_MS, Math.max(SOON_MS, ahead + 500));
}
