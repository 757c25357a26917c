import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { ReplyTeller } from '../engine/reply-teller';
import type { Starter } from '../engine/starter';
import type { LiveEvents } from './live/live-events';
import type { NoteOpened } from './audit/opened-payloads';
import type { TicketKeys } from '../integrations/encryption/ticket-keys';
import type { SessionProviders } from '../integrations/session-providers';
import type { FolioCounter } from '../store/tickets/folio-counter';
import type { Store } from '../store/store';

/** Everything that a handler may reach. Composed in `server.ts`, and in tests over real servers. */
export interface Deps {
  readonly store: Store;
  /** Connects lazily: tickets are accepted while the engine is away. */
  readonly temporal: Client;
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Starts accepted registrations in the background. */
  readonly starter: Starter;
  /** Tells tickets of accepted replies in the background. */
  readonly replyTeller: ReplyTeller;
  readonly folios: FolioCounter;
  /** Null where the engine stores tickets in the clear. */
  readonly ticketKeys: TicketKeys | null;
  /** Notes that an operator looks at sealed payloads. */
  readonly noteOpened: NoteOpened;
  /** Payments, meetings and the vault of paid sessions. */
  readonly sessions: SessionProviders;
  /** Tells open streams what is written. */
  readonly live: LiveEvents;
}
