import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { ReplyTeller } from '../engine/reply-teller';
import { Starter } from '../engine/starter';
import { sessionProviders } from '../integrations/session-providers';
import { FolioCounter } from '../store/tickets/folio-counter';
import type { TicketKeys } from '../integrations/encryption/ticket-keys';
import type { Store } from '../store/store';
import type { Deps } from './deps';
import { LiveEvents } from './live/live-events';
import { noteInAudit } from './audit/opened-payloads';

/** What the handlers need, from what the process has opened. */
export function compose(opened: {
  store: Store;
  temporal: Client;
  config: Config;
  logger: Logger;
  ticketKeys?: TicketKeys | null;
}): Deps {
  const { store, temporal, config, logger } = opened;
  const clock = (): Date => new Date();
  return {
    ...opened,
    ticketKeys: opened.ticketKeys ?? null,
    noteOpened: noteInAudit({ store, logger, clock }),
    clock,
    live: new LiveEvents({ store, logger, clock }),
    starter: new Starter({ store, client: temporal, logger }),
    replyTeller: new ReplyTeller({ client: temporal, logger }),
    folios: new FolioCounter(store),
    sessions: sessionProviders(config.remoteSessions),
  };
}
