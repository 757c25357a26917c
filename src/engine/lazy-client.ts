import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { createTicketCodec } from '../integrations/encryption/ticket-codec';
import type { TicketKeys } from '../integrations/encryption/ticket-keys';

/**
 * A client from the `TEMPORAL_*` settings (dev server, cluster or Cloud). It connects when first used, so that the
 * API accepts tickets while the engine is away.
 * @param keys seal what it sends of tickets; null leaves it in the clear
 */
export function lazyClient(keys: TicketKeys | null = null): Client {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  return new Client({
    connection: Connection.lazy(connectionOptions),
    ...(namespace && { namespace }),
    ...(keys && { dataConverter: { payloadCodecs: [createTicketCodec(keys)] } }),
  });
}
