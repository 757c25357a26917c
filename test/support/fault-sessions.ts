import { randomBytes } from 'node:crypto';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { DEFAULT_REMOTE_SESSION_POLICY } from '../../src/domain/policy/remote-session-policy';
import type { RemoteSession } from '../../src/domain/session/session';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { findRemoteSession } from '../../src/store/remote-sessions/remote-sessions';
import { offeredSlots } from '../../src/store/remote-sessions/session-slots';
import { startMeetingDouble, type MeetingDouble } from '../../tools/local-providers/meeting-double';
import {
  startPaymentDouble,
  type PaymentDouble,
  type PaymentDoubleOptions,
} from '../../tools/local-providers/payment-double';
import { waitUntil } from '../../tools/toolchain/wait-until';
import type { FaultPerson } from './fault-person';
import { FaultService } from './fault-service';
import { register } from './fault-steps';
import { ALWAYS_OPEN } from './registration';

const WEBHOOK_SECRET = 'whsec_faults';
const PACE_MS = 60_000;

/** The whole service with both providers beside it, and those who take part in a paid session. */
export interface SessionStage {
  service: FaultService;
  payments: PaymentDouble;
  meetings: MeetingDouble;
  client: FaultPerson;
  agent: FaultPerson;
  close(): Promise<void>;
}

/** @param agents who can hold a session at the same time */
export async function openSessionStage(agents: number): Promise<SessionStage> {
  const options: PaymentDoubleOptions = { webhookSecret: WEBHOOK_SECRET, webhookUrl: null };
  const [payments, meetings] = await Promise.all([startPaymentDouble(options), startMeetingDouble()]);
  const service = await FaultService.start({
    settings: {
      SESSION_SECRET_KEY: randomBytes(32).toString('base64'),
      PAYMENT_PROVIDER: 'local',
      STRIPE_SECRET_KEY: 'sk_test_local',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: payments.url,
      ZOOM_ACCOUNT_ID: 'local',
      ZOOM_CLIENT_ID: 'local',
      ZOOM_CLIENT_SECRET: 'local',
      ZOOM_API_URL: meetings.apiUrl,
      ZOOM_OAUTH_URL: meetings.oauthUrl,
    },
  });
  options.webhookUrl = `${service.url}/api/v1/webhooks/local`;
  const { store } = service;
  // A time can be had at once, and its access is shown as soon as it is chosen.
  const remoteSession = {
    ...DEFAULT_REMOTE_SESSION_POLICY,
    minimumNoticeMinutes: 0,
    slotStepMinutes: 5,
    bufferMinutes: 0,
  };
  const policy = { ...DEFAULT_SUPPORT_POLICY, calendarId: ALWAYS_OPEN.id, remoteSession };
  await addPolicyVersion(store, policy, { now: new Date(), by: null });
  const staff = await Promise.all(Array.from({ length: agents }, () => service.person('agent')));
  await store.agents.updateMany({}, { $set: { available: true, capacity: 0 } });
  return {
    service,
    payments,
    meetings,
    client: await service.person('client'),
    agent: staff[0]!,
    async close() {
      await service.close();
      await Promise.all([payments.close(), meetings.close()]);
    },
  };
}

/** A session on its way through its steps. */
export interface SessionWalk {
  folio: string;
  id: string;
  /** How many steps it has taken. */
  taken: number;
}

export interface SessionStep {
  name: string;
  take(stage: SessionStage, walk: SessionWalk): Promise<void>;
}

export async function begin({ client }: SessionStage): Promise<SessionWalk> {
  const folio = await register({ client });
  return { folio, id: `session-${folio}-1`, taken: 0 };
}

/** The record of a session once it is as described. */
export function recordWhen(
  { service }: SessionStage,
  { id }: SessionWalk,
  condition: (session: RemoteSession) => boolean,
): Promise<RemoteSession> {
  let last: RemoteSession | undefined;
  return waitUntil(`session ${id}`, PACE_MS, async () => {
    last = (await findRemoteSession(service.store, id))?.session;
    return last !== undefined && condition(last) && last;
  }).catch((error: unknown) => {
    const { state, slot, meeting, troubles } = last ?? {};
    throw new Error(`It stands at ${JSON.stringify({ state, slot, meeting, troubles })}`, { cause: error });
  });
}

/** From the request to the end of the hour. */
export const SESSION_STEPS: SessionStep[] = [
  step('request', async ({ client }, { folio }) => {
    const body = { platform: 'zoom', reason: 'Verlo juntos' };
    await client.succeed('POST', `/tickets/${folio}/remote-sessions`, body);
  }),
  step('quote', async ({ agent }, { id }) => {
    await agent.succeed('PUT', `/remote-sessions/${id}/quote`, {});
  }),
  step('checkout', async ({ client }, { id }) => {
    await client.succeed('POST', `/remote-sessions/${id}/checkout`, undefined);
  }),
  step('payment', async (stage, walk) => {
    const { checkout } = await recordWhen(stage, walk, (session) => session.checkout?.id != null);
    await stage.payments.pay(checkout!.id!);
  }),
  step('time', async (stage, walk) => {
    const session = await recordWhen(stage, walk, ({ state }) => state === 'paid');
    // Not the first: it may pass while the worker is dead.
    const [, offer] = await offeredSlots(stage.service.store, session, Date.now());
    const startsAt = new Date(offer!.startsAt).toISOString();
    await stage.client.succeed('PUT', `/remote-sessions/${walk.id}/slot`, { startsAt });
  }),
  step('start', async (stage, walk) => {
    await recordWhen(stage, walk, ({ meeting }) => meeting !== null);
    await stage.agent.succeed('PUT', `/remote-sessions/${walk.id}/attendance`, { outcome: 'started' });
  }),
  step('end', async ({ agent }, { id }) => {
    await agent.succeed('PUT', `/remote-sessions/${id}/attendance`, { outcome: 'ended' });
  }),
];

function step(name: string, take: SessionStep['take']): SessionStep {
  return { name, take };
}
