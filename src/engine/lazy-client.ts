import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';

/**
 * A client from the `TEMPORAL_*` settings (dev server, cluster or Cloud). It connects when first used, so that the
 * API accepts tickets while the engine is away.
 */
export function lazyClient(): Client {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  return new Client({ connection: Connection.lazy(connectionOptions), ...(namespace && { namespace }) });
}
