import { useDocumentVisibility } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { API_BASE, api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { queryKeys } from '../../../ui/query/query-keys';
import { useViewer } from '../../../ui/session/viewer';

type Presence = components['schemas']['Presence'];
export type PresenceState = Presence['items'][number]['state'];

/** Told presence holds for 30 seconds. */
const TOLD_EVERY_MS = 12_000;

/**
 * Tells the colleagues that one is on the ticket, and hears in the same breath who else is: again now and then, and at
 * once when the service says that somebody came, left or began to reply. Rests while the page is in the background, and
 * takes its leave with the ticket.
 */
export function usePresence(folio: string, state: PresenceState, open: boolean): Presence['items'] {
  const viewer = useViewer();
  const isLookedAt = useDocumentVisibility() !== 'hidden';
  const { data } = useQuery({
    queryKey: [...queryKeys.presence(folio), state],
    enabled: open && isLookedAt,
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
  useEffect(() => {
    if (!open) return undefined;
    const leave = (): void => takeLeave(folio);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [folio, open]);
  return open ? (data?.items ?? []).filter(({ agent }) => agent.id !== viewer.id) : [];
}

/** Past the client: it outlives the page, and nobody is there any more to be told that it failed. */
function takeLeave(folio: string): void {
  const method = 'DELETE';
  void fetch(`${API_BASE}/tickets/${folio}/presence`, { method, keepalive: true }).catch(() => undefined);
}
