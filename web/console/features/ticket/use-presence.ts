import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { queryKeys } from '../../../ui/query/query-keys';
import { useViewer } from '../../../ui/session/viewer';

type Presence = components['schemas']['Presence'];
export type PresenceState = Presence['items'][number]['state'];

/** Half of what an agent takes to begin an answer; told presence holds for 30 seconds. */
const TOLD_EVERY_MS = 3_000;

/**
 * Tells the colleagues that one is on the ticket, and hears in the same breath who else is. Below the ticket's key, so
 * that it is told again with every news of the ticket; rests while the page is in the background.
 */
export function usePresence(folio: string, state: PresenceState, open: boolean): Presence['items'] {
  const viewer = useViewer();
  const { data } = useQuery({
    queryKey: [...queryKeys.ofTicket(folio), 'presence', state],
    enabled: open,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchInterval: TOLD_EVERY_MS,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const params = { path: { folio } };
      const { data: presence } = await api.PUT('/tickets/{folio}/presence', {
        params,
        body: { state },
        signal,
      });
      return presence as Presence;
    },
  });
  return open ? (data?.items ?? []).filter(({ agent }) => agent.id !== viewer.id) : [];
}
