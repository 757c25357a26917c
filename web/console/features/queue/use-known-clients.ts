import { useArchive } from '../../../ui/query/use-archive';
import { useTickets } from '../../../ui/query/use-tickets';
import type { Ticket } from '../../../ui/api/types';

/** A client of a customer, with the contact data of their latest ticket. */
export interface KnownClient {
  id: string;
  name: string;
  contact: Ticket['contact'];
}

const LOOKED_AT = 100;

/** The people of a customer as far as its tickets name them; undefined until they are known. */
export function useKnownClients(organization: string): KnownClient[] | undefined {
  const open = useTickets({ organization, limit: LOOKED_AT, sort: 'created' }).items;
  const closed = useArchive({ organization, limit: LOOKED_AT }).items;
  if (open === undefined || closed === undefined) return undefined;
  const known = new Map<string, KnownClient>();
  for (const { organization: of, requester, contact } of [...open, ...closed])
    if (of.id === organization && !known.has(requester.id))
      known.set(requester.id, { id: requester.id, name: requester.name ?? contact.name, contact });
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name));
}
