import type { z } from 'zod';
import type { Route } from '../../contract/route';
import { mayReadTicket } from '../../domain/access/ticket-access';
import { DomainError } from '../../domain/domain-error';
import type { Deps } from '../deps';
import { onRecord, type Answer, type Authorised, type RecordHandler } from '../handler';
import type { Principal } from '../principal';
import { ticketClosed } from './closed-ticket';
import { readTicket, type TicketRecord } from './read-ticket';

export type TicketRoute = Route<string, z.ZodObject<{ folio: z.ZodString }, z.core.$strict>>;

/**
 * The door to everything below a ticket: who may not see it gets 404, before anything else is judged. Whatever a
 * closed ticket refuses carries the offer to open a new one that follows it.
 */
export function onTicket<R extends TicketRoute>(
  act: (request: Authorised<R>, deps: Deps, record: TicketRecord) => Promise<Answer<R>>,
): RecordHandler<R> {
  return onRecord<R, TicketRecord>(
    (principal, params, deps) => findTicket(deps, principal, folioIn(params)),
    async (request, deps, record) => {
      try {
        return await act(request, deps, record);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'ticket_closed')
          throw ticketClosed(record.ticket.folio);
        throw error;
      }
    },
  );
}

/** The ticket if the caller may see it. */
export async function findTicket(
  { store }: Deps,
  principal: Principal,
  folio: string,
): Promise<TicketRecord | null> {
  const record = await readTicket(store, folio);
  return record && mayReadTicket(principal, record.ticket) ? record : null;
}

// Every TicketRoute has it; the type of a generic route's parameters does not say so.
function folioIn(params: Record<string, unknown>): string {
  return String(params['folio']);
}
