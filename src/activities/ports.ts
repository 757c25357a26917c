import type { Logger } from 'pino';
import type { TicketKeys } from '../integrations/encryption/ticket-keys';
import type { Store } from '../store/store';
import type { FolioCounter } from '../store/tickets/folio-counter';

/** What activities are given by the worker's composition root. */
export interface ActivityDeps {
  store: Store;
  folios: FolioCounter;
  /** Seal what the engine stores of a ticket; absent or null where nothing is sealed. */
  ticketKeys?: TicketKeys | null;
  logger: Logger;
  /** Tells a running ticket that an agent may be free for it; a lost call is made again by the relay. */
  tellTicket(folio: string): Promise<void>;
  /** Wakes the relay: registrations wait to be started. */
  wakeRelay(): void;
  /** Notices may wait to be sent; who does not hear of it finds them by itself. */
  wakeNotices?(): void;
}
