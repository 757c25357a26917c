import type { Instant } from '../instant';

/** What a burst is judged by. */
export interface RecentTicket {
  folio: string;
  type: string;
  organizationId: string;
  createdAt: Instant;
}

export interface IncidentProposal {
  type: string;
  /** The first to come first. */
  folios: string[];
  customers: number;
  since: Instant;
}

/** So many tickets of one type within `BURST_MS`, of more than one customer, look like one cause. */
export const BURST_TICKETS = 5;
export const BURST_MS = 60 * 60_000;
const BURST_CUSTOMERS = 2;

/** Types of which there is a burst among tickets of the last `BURST_MS`, the greatest first. */
export function proposeIncidents(recent: readonly RecentTicket[]): IncidentProposal[] {
  const byType = new Map<string, RecentTicket[]>();
  for (const ticket of recent) byType.set(ticket.type, [...(byType.get(ticket.type) ?? []), ticket]);
  return [...byType]
    .map(([type, tickets]) => proposal(type, tickets))
    .filter(({ folios, customers }) => folios.length >= BURST_TICKETS && customers >= BURST_CUSTOMERS)
    .sort((a, b) => b.folios.length - a.folios.length || (a.type < b.type ? -1 : 1));
}

function proposal(type: string, tickets: readonly RecentTicket[]): IncidentProposal {
  const sorted = [...tickets].sort((a, b) =>
    a.createdAt < b.createdAt ? -1 : Number(a.createdAt > b.createdAt),
  );
  return {
    type,
    folios: sorted.map(({ folio }) => folio),
    customers: new Set(tickets.map(({ organizationId }) => organizationId)).size,
    since: sorted[0]?.createdAt ?? '',
  };
}
