import type { Ticket } from '../domain/ticket/ticket';
import { findByKey } from '../store/mongo/by-key';
import type { Store } from '../store/store';

/** A ticket as the read model has it, open or at rest; null while the read model knows of neither. */
export async function findTicket(store: Store, folio: string): Promise<Ticket | null> {
  const open = await findByKey(store.tickets, folio);
  if (open && !open.closed) return open.ticket;
  return (await findByKey(store.archive, folio))?.ticket ?? null;
}
