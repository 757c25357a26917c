import type { Ticket } from '../../../ui/api/types';
import { useArchive } from '../../../ui/query/use-archive';
import { useTickets } from '../../../ui/query/use-tickets';

const SHOWN = 5;

/** The customer's other tickets, the last changed first: some that are open and some that are closed; undefined until known. */
export function useEarlier(ticket: Ticket): { open: Ticket[]; closed: Ticket[] } | undefined {
  const organization = ticket.organization.id;
  const open = useTickets({ organization, limit: SHOWN + 1, sort: 'updated' }).items;
  const closed = useArchive({ organization, limit: SHOWN + 1 }).items;
  if (open === undefined || closed === undefined) return undefined;
  const others = (all: readonly Ticket[]): Ticket[] =>
    all.filter(({ folio }) => folio !== ticket.folio).slice(0, SHOWN);
  return { open: others(open), closed: others(closed) };
}
