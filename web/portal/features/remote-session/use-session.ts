import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { queryKeys } from '../../../ui/query/query-keys';
import type { RemoteSession, Situation } from './remote-session';

/** Changes come by the live stream; this is for a browser in which it is cut. */
const UNDER_WAY_MS = 10_000;
const SELDOM_MS = 60_000;
/** An instant that has just come is not asked for in a circle. */
const AT_LEAST_MS = 2_000;
const MEETING: readonly Situation[] = ['access_open', 'in_progress', 'ending_soon'];

export function sessionKey(id: string): readonly unknown[] {
  return [...queryKeys.remoteSessions, id];
}

/** A session as it stands: live by its news, and asked for again when one of its instants comes. */
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
  const underWay = session.nextActor === 'system' || MEETING.includes(session.situation);
  const ahead = session.countdown === null ? SELDOM_MS : Date.parse(session.countdown.at) - Date.now();
  return Math.min(underWay ? UNDER_WAY_MS : SELDOM_MS, Math.max(AT_LEAST_MS, ahead + 500));
}
