import { useMemo } from 'react';
import type { Person, Ticket } from '../../../ui/api/types';
import { useArchive } from '../../../ui/query/use-archive';
import { useTickets } from '../../../ui/query/use-tickets';
import { useViewer } from '../../../ui/session/viewer';

export type Colleague = Pick<Person, 'id' | 'name'>;

/**
 * People of the same customer, as far as the tickets within reach name them: the service has no list of colleagues
 * for clients.
 */
export function useColleagues(): readonly Colleague[] {
  const viewer = useViewer();
  const open = useTickets({ limit: 100 }).items;
  const closed = useArchive({ limit: 100 }).items;
  return useMemo(
    () => peopleOf([...(open ?? []), ...(closed ?? [])]).filter(({ id }) => id !== viewer.id),
    [open, closed, viewer.id],
  );
}

function peopleOf(tickets: readonly Ticket[]): Colleague[] {
  const named = new Map<string, string>();
  for (const { requester, participants } of tickets)
    for (const { id, name } of [requester, ...participants]) if (name !== null) named.set(id, name);
  return [...named].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'es'));
}
