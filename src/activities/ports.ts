import type { Logger } from 'pino';
import type { Store } from '../store/store';
import type { FolioCounter } from '../store/folio-counter';

/** What activities are given by the worker's composition root. */
export interface ActivityDeps {
  store: Store;
  folios: FolioCounter;
  logger: Logger;
  /** Tells a running ticket that an agent may be free for it; a lost call is made again by the relay. */
  tellTicket(folio: string): Promise<void>;
  /** Wakes the relay: registrations wait to be started. */
  wakeRelay(): void;
  /** Notices may wait to be sent; who does not hear of it finds them by itself. */
  wakeNotices?(): void;
}
