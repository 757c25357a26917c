import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../config';
import type { Store } from '../store/store';

/** Everything that a handler may reach. Composed in `server.ts`, and in tests over real servers. */
export interface Deps {
  readonly store: Store;
  /** Connects lazily: tickets are accepted while the engine is away. */
  readonly temporal: Client;
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: () => Date;
}
