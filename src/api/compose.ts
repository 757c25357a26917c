import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { Starter } from '../engine/starter';
import { sessionProviders } from '../integrations/session-providers';
import { FolioCounter } from '../store/folio-counter';
import type { Store } from '../store/store';
import type { Deps } from './deps';
import { LiveEvents } from './live/live-events';

/** What the handlers need, from what the process has opened. */
export function compose(opened: { store: Store; temporal: Client; config: Config; logger: Logger }): Deps {
  const { store, temporal, config, logger } = opened;
  const clock = (): Date => new Date();
  return {
    ...opened,
    clock,
    live: new LiveEvents({ store, logger, clock }),
    starter: new Starter({ store, client: temporal, logger }),
    folios: new FolioCounter(store),
    sessions: sessionProviders(config.remoteSessions),
  };
}
