import { setTimeout as sleep } from 'node:timers/promises';
import type { TicketRepresentation } from '../../src/contract/ticket';
import type { Person } from './person';
import type { Report } from './report';

/** Who takes part in the tour. */
export interface Cast {
  readonly client: Person;
  readonly agent: Person;
  readonly admin: Person;
  readonly report: Report;
}

export async function readTicket(person: Person, folio: string): Promise<TicketRepresentation> {
  return person.get(`/tickets/${folio}`);
}

/** Reads a ticket again and again until it is as expected; null when that takes longer than `timeoutMs`. */
export async function awaitTicket(
  person: Person,
  folio: string,
  isThere: (ticket: TicketRepresentation) => boolean,
  timeoutMs: number,
): Promise<TicketRepresentation | null> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const ticket = await readTicket(person, folio);
    if (isThere(ticket)) return ticket;
    if (Date.now() > end) return null;
    await sleep(200);
  }
}
