import { lazyClient } from '../engine/lazy-client';
import { openTicketKeys } from '../engine/open-ticket-keys';
import { createLogger } from '../logger';
import { readServiceConfig } from '../service-config';
import { orderPeople } from '../store/accounts/order-people';
import { orderTicketsForClients } from '../store/tickets/order-tickets';
import { openStore } from '../store/store';
import { sealPlainSecrets } from './auth/seal-plain-secrets';
import { compose } from './compose';
import { listen } from './http/listen';
import { startIncidentRounds } from './routes/incidents/rounds';
import { builtWebFolder } from './http/web-pages';

/** The API process: opens what it needs, serves, and on a signal stops in order. It starts no engine. */
async function main(): Promise<void> {
  const config = readServiceConfig();
  const logger = createLogger(config, 'api');
  const store = await openStore(config.mongodbUri);
  const ticketKeys = openTicketKeys(store, config.payloadMasterKeys);
  const temporal = lazyClient(ticketKeys);
  const deps = compose({ store, temporal, config, logger, ticketKeys });
  await Promise.all([sealPlainSecrets(deps), orderPeople(store), orderTicketsForClients(store)]);
  const webFolder = builtWebFolder();
  if (webFolder === undefined)
    logger.warn('no web pages: "npm run build:web" has not been run; serving the API only');
  const server = await listen(deps, webFolder);
  logger.info({ url: server.url }, 'listening');
  const stopIncidentRounds = startIncidentRounds(deps);

  const stop = async (): Promise<void> => {
    logger.info('stopping');
    await server.close();
    stopIncidentRounds();
    await Promise.all([deps.starter.stop(), deps.replyTeller.stop()]);
    await store.close();
    // Calls to an engine that is away are tried again until their deadline, and throw once their channel is closed:
    // nothing of theirs is worth waiting for, so the process takes them along.
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
