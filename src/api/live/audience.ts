import { isStaff } from '../../domain/access/role';
import { mayReadTicket } from '../../domain/access/ticket-access';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Store } from '../../store/store';
import type { Principal } from '../principal';
import { readTicket } from '../tickets/read-ticket';
import type { WrittenEvent } from './written-events';

/** Tells who may hear of an event. Looks each ticket up at most once, and only when somebody's reach depends on it. */
export class Audience {
  private readonly tickets = new Map<string, Promise<Ticket | null>>();

  constructor(private readonly store: Store) {}

  /** The same reach as reading the ticket itself, and for clients only events that they can see there. */
  async mayHear(
    principal: Principal,
    event: Pick<WrittenEvent, 'folio' | 'organizationId' | 'visible'>,
  ): Promise<boolean> {
    if (isStaff(principal.role)) return true;
    if (!event.visible || principal.organizationId !== event.organizationId) return false;
    if (principal.role === 'client_admin') return true;
    const ticket = await this.ticket(event.folio);
    return ticket !== null && mayReadTicket(principal, ticket);
  }

  private ticket(folio: string): Promise<Ticket | null> {
    const known = this.tickets.get(folio);
    if (known) return known;
    const found = readTicket(this.store, folio).then((record) => record?.ticket ?? null);
    this.tickets.set(folio, found);
    return found;
  }
}
