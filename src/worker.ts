import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PayloadCodec } from '@temporalio/common';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import {
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  makeTelemetryFilterString,
  type WorkerOptions,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { createTicketActivities } from './activities/activities';
import { createSessionActivities } from './activities/session-activities';
import { createTicketCodec } from './integrations/encryption/ticket-codec';
import { lazyClient } from './engine/lazy-client';
import { openTicketKeys } from './engine/open-ticket-keys';
import { Starter } from './engine/starter';
import { tellMailFailure } from './engine/tell-mail-failure';
import { tellAgents } from './engine/tell-ticket';
import { createSmtpMailer } from './integrations/mail/smtp-mailer';
import { sessionProviders } from './integrations/session-providers';
import { createLogger } from './logger';
import { Relay } from './relay/relay';
import { NoticeSender } from './relay/send-notices';
import { readServiceConfig } from './service-config';
import { FolioCounter } from './store/tickets/folio-counter';
import { openStore } from './store/store';
import { TASK_QUEUE } from './workflows/messages';

const SHUTDOWN_GRACE = '10s';
/** A ticket resumes on another worker within seconds after this one dies. */
const STICKY_TIMEOUT = '1s';
/** Workflows kept warm; at some 60 KB each they stay far below the heap. */
const CACHED_WORKFLOWS = 600;
/** How long a task waits for a key that only MongoDB knows, ms: less than the ten seconds that it may take. */
const KEY_PATIENCE_MS = 6_000;

/** Composition root of the worker: runs the workflows and activities, and the relay. Resolves when it was stopped. */
export async function runWorker(): Promise<void> {
  const config = readServiceConfig();
  const logger = createLogger(config, 'worker');
  install(logger);
  const store = await openStore(config.mongodbUri);
  const { connectionOptions, namespace = 'default' } = loadClientConnectConfig();
  const connection = await NativeConnection.connect(connectionOptions);
  const ticketKeys = openTicketKeys(store, config.payloadMasterKeys, { patienceMs: KEY_PATIENCE_MS });
  if (!ticketKeys) logger.warn('no PAYLOAD_MASTER_KEYS: the engine stores tickets in the clear');
  const client = lazyClient(ticketKeys);
  const starter = new Starter({ store, client, logger });
  const relay = new Relay({ store, client, starter, logger });
  const notices = new NoticeSender({
    store,
    mailer: config.smtp && createSmtpMailer(config.smtp),
    publicUrl: config.publicUrl,
    logger,
    tellTicket: (folio, failure) => tellMailFailure(client, folio, failure),
  });
  if (!config.smtp) logger.warn('no SMTP_HOST: notices are kept and not sent');
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    ...workflowCode(ticketKeys ? [createTicketCodec(ticketKeys)] : []),
    activities: {
      ...createSessionActivities({
        store,
        ...sessionProviders(config.remoteSessions),
        publicUrl: config.publicUrl,
        logger,
        wakeNotices: () => notices.wake(),
      }),
      ...createTicketActivities({
        store,
        folios: new FolioCounter(store),
        ticketKeys,
        logger,
        tellTicket: async (folio) => void (await tellAgents(client, folio)),
        wakeRelay: () => relay.wake(),
        wakeNotices: () => notices.wake(),
      }),
    },
    maxCachedWorkflows: CACHED_WORKFLOWS,
    stickyQueueScheduleToStartTimeout: STICKY_TIMEOUT,
    shutdownGraceTime: SHUTDOWN_GRACE,
  });
  relay.start();
  notices.start();
  try {
    await worker.run();
  } finally {
    await relay.stop();
    await notices.stop();
    await starter.stop();
    // The client stays open: calls to an engine that is away are tried again until their deadline, and throw where nobody
    // takes it once their channel is closed. The process takes them along.
    await connection.close();
    await store.close();
  }
}

/** The prebuilt bundle of a compiled installation, or the sources, bundled at start. */
function workflowCode(
  payloadCodecs: PayloadCodec[],
): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'dataConverter'> {
  const codePath = join(__dirname, 'workflow-bundle.js');
  if (existsSync(codePath)) return { workflowBundle: { codePath }, dataConverter: { payloadCodecs } };
  return {
    workflowsPath: require.resolve('./workflows'),
    dataConverter: { payloadConverterPath: require.resolve('./workflows/payload-converter'), payloadCodecs },
  };
}

function install(logger: Logger): void {
  const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) =>
      logger[levels[level]](meta ?? {}, message),
    ),
    telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'WARN' }) } },
  });
}

if (require.main === module) {
  runWorker().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
