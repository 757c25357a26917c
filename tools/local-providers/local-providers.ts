import { join } from 'node:path';
import { keptKey } from '../../src/kept-key';
import { startMeetingDouble, type MeetingDouble } from './meeting-double';
import { startPaymentDouble, type PaymentDouble } from './payment-double';

export interface LocalProviders {
  /** Settings of the API and the worker that point them here. */
  env: Record<string, string>;
  payments: PaymentDouble;
  meetings: MeetingDouble;
  stop: () => Promise<void>;
}

/**
 * Payments and meetings of a development machine, kept in `dataDir` over restarts. Whatever the environment already names
 * is left to it.
 * @param publicUrl where the API is reached, for the signed news
 */
export async function startLocalProviders({
  dataDir,
  publicUrl,
  ports = {},
}: {
  dataDir: string;
  publicUrl: string;
  ports?: { payments?: number; meetings?: number };
}): Promise<LocalProviders> {
  const webhookSecret = `whsec_${keptKey(join(dataDir, 'payment-webhook.key')).replace(/\W/g, '')}`;
  const [payments, meetings] = await Promise.all([
    startPaymentDouble({
      webhookSecret,
      webhookUrl: `${publicUrl}/api/v1/webhooks/local`,
      files: {
        payments: join(dataDir, 'local-payments.json'),
        answers: join(dataDir, 'local-payment-answers.json'),
      },
      ...(ports.payments !== undefined && { port: ports.payments }),
    }),
    startMeetingDouble(ports.meetings, join(dataDir, 'local-meetings.json')),
  ]);
  return {
    payments,
    meetings,
    env: {
      PAYMENT_PROVIDER: 'local',
      STRIPE_SECRET_KEY: 'sk_test_local',
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_URL: payments.url,
      ZOOM_ACCOUNT_ID: 'local',
      ZOOM_CLIENT_ID: 'local',
      ZOOM_CLIENT_SECRET: 'local',
      ZOOM_API_URL: meetings.apiUrl,
      ZOOM_OAUTH_URL: meetings.oauthUrl,
    },
    async stop() {
      await Promise.all([payments.close(), meetings.close()]);
    },
  };
}
