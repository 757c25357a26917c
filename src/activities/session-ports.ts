import type { Logger } from 'pino';
import type { MeetingsPort } from '../integrations/meetings/meetings-port';
import type { PaymentsPort } from '../integrations/payments/payments-port';
import type { Vault } from '../integrations/vault/vault';
import type { Store } from '../store/store';

/** What a session's activities are given by the worker's composition root. */
export interface SessionActivityDeps {
  store: Store;
  payments: PaymentsPort;
  meetings: MeetingsPort;
  vault: Vault;
  /** Origin that people's browsers use: where the payment page sends them back to. */
  publicUrl: string;
  logger: Logger;
  /** Notices may wait to be sent; who does not hear of it finds them by itself. */
  wakeNotices?(): void;
}
