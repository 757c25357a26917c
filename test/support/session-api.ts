import { randomBytes } from 'node:crypto';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { createTicketActivities } from '../../src/activities/activities';
import { createSessionActivities } from '../../src/activities/session-activities';
import { createTicketCodec } from '../../src/integrations/encryption/ticket-codec';
import { TASK_QUEUE } from '../../src/workflows/messages';
import { startMeetingDouble, type MeetingDouble } from '../../tools/local-providers/meeting-double';
import { startPaymentDouble, type PaymentDouble } from '../../tools/local-providers/payment-double';
import { ApiUnderTest } from '../api/api-under-test';
import { AgentTeller } from './agent-teller';
import { sharedServers } from './shared-servers';
import { workflowBundle } from './workflow-bundle';

export const WEBHOOK_SECRET = 'whsec_api';

/** The API with a worker, and the doubles of both providers, whose news reach the API as they would in production. */
export interface SessionApi {
  api: ApiUnderTest;
  payments: PaymentDouble;
  meetings: MeetingDouble;
  stop(): Promise<void>;
}

/** @param given.sealed false where the test reads what the engine stores */
export async function startSessionApi({
  sealed = true,
  logger,
}: { sealed?: boolean; logger?: Logger } = {}): Promise<SessionApi> {
  const options: Parameters<typeof startPaymentDouble>[0] = {
    webhookSecret: WEBHOOK_SECRET,
    webhookUrl: null,
  };
  const [payments, meetings] = await Promise.all([startPaymentDouble(options), startMeetingDouble()]);
  const api = await ApiUnderTest.start({
    ...(logger && { logger }),
    config: {
      // Sessions run sealed: what works here works in the clear as well.
      payloadMasterKeys: sealed ? randomBytes(32).toString('base64') : null,
      remoteSessions: {
        secretKey: randomBytes(32).toString('base64'),
        payments: {
          provider: 'local',
          secretKey: 'sk_test_local',
          webhookSecret: WEBHOOK_SECRET,
          apiUrl: payments.url,
        },
        zoom: {
          accountId: 'a',
          clientId: 'c',
          clientSecret: 's',
          apiUrl: meetings.apiUrl,
          oauthUrl: meetings.oauthUrl,
        },
      },
    },
  });
  options.webhookUrl = `${api.url}/api/v1/webhooks/local`;
  const worker = await startWorker(api);
  return {
    api,
    payments,
    meetings,
    async stop() {
      await worker.stop();
      await api.stop();
      await Promise.all([payments.close(), meetings.close()]);
    },
  };
}

async function startWorker({ deps, url }: ApiUnderTest): Promise<{ stop(): Promise<void> }> {
  const connection = await NativeConnection.connect({ address: sharedServers().temporalAddress });
  const { store, temporal, logger, folios, sessions, ticketKeys } = deps;
  const teller = new AgentTeller(temporal);
  const worker = await Worker.create({
    connection,
    namespace: temporal.options.namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    dataConverter: { payloadCodecs: ticketKeys ? [createTicketCodec(ticketKeys)] : [] },
    activities: {
      ...createTicketActivities({
        store,
        folios,
        ticketKeys,
        logger,
        tellTicket: teller.tellTicket,
        wakeRelay: () => undefined,
      }),
      ...createSessionActivities({ store, ...sessions, publicUrl: url, logger }),
    },
  });
  const ended = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await ended;
      await teller.settled();
      await connection.close();
    },
  };
}
