import { updatedForClient } from '../../domain/ticket/evolve';
import type { TicketDocument, TicketsStore } from './tickets';

/**
 * Puts open tickets in their place in clients' lists that were written before these had an order of their own. To be
 * called before the first request; until then, and what an earlier worker still writes, such a ticket stands last.
 */
export async function orderTicketsForClients(store: TicketsStore): Promise<void> {
  const unordered = store.tickets.find({ closed: false, clientUpdatedAt: null }).lean<TicketDocument>();
  for await (const { _id, version, updatedAt, ticket } of unordered.cursor())
    // A snapshot that was written meanwhile has its own.
    await store.tickets
      .updateOne({ _id, version, updatedAt }, { $set: { clientUpdatedAt: updatedForClient(ticket) } })
      .exec();
}
