import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { createSessionActivities } from '../../src/activities/session-activities';
import type { Actor } from '../../src/domain/actor';
import type { VersionedCalendar } from '../../src/domain/calendar';
import { sessionConditions, type SessionConditions } from '../../src/domain/policy/remote-session-policy';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { Platform, RemoteSession } from '../../src/domain/session/session';
import { tellPayment } from '../../src/engine/tell-session';
import { createZoomMeetings } from '../../src/integrations/meetings/zoom-meetings';
import { createStripePayments } from '../../src/integrations/payments/stripe-payments';
import { createVault, type Vault } from '../../src/integrations/vault/vault';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import type { Store } from '../../src/store/store';
import {
  sessionQuery,
  sessionUpdate,
  type SessionCommandData,
  type SessionCommandName,
  type SessionEnvelope,
  type SessionReceipt,
} from '../../src/workflows/session-messages';
import { startMeetingDouble, type MeetingDouble } from '../../tools/local-providers/meeting-double';
import { startPaymentDouble, type PaymentDouble } from '../../tools/local-providers/payment-double';
import { Desk } from './desk';
import type { DeskTicket } from './desk-ticket';
import { AGENT, ALWAYS_OPEN, CLIENT, aTicketInput } from './registration';
import { startTimeSkipping, testServers, type TestServers } from './servers';

export const WEBHOOK_SECRET = 'whsec_test';

/** A desk with payments and meetings on doubles that speak the providers' form, in skipped time. */
export interface SessionDesk {
  desk: Desk;
  client: Client;
  payments: PaymentDouble;
  meetings: MeetingDouble;
  vault: Vault;
  now(): Promise<number>;
  sleepUntil(instant: number | string): Promise<void>;
  /** A ticket registered now, and a session that its client asks for. */
  request(given?: { platform?: Platform; calendar?: VersionedCalendar }): Promise<DeskSession>;
  close(): Promise<void>;
}

interface SessionDeskOptions {
  /** Hours of agents who have none of their own. */
  service?: VersionedCalendar;
  /** False for a desk on the dev server, in which a worker may die and time runs as it runs. */
  skipping?: boolean;
}

export async function openSessionDesk({
  service = ALWAYS_OPEN,
  skipping = true,
}: SessionDeskOptions = {}): Promise<SessionDesk> {
  const servers = await testServers();
  const { mongoUri } = servers;
  const [env, payments, meetings] = await Promise.all([
    skipping ? skippingEngine() : realEngine(servers),
    startPaymentDouble({ webhookSecret: WEBHOOK_SECRET, webhookUrl: null }),
    startMeetingDouble(),
  ]);
  const { client, connection, namespace } = env;
  const desk = await Desk.open({ client, connection, namespace, mongoUri });
  const vault = createVault(randomBytes(32).toString('base64'));
  Object.assign(
    desk.activities,
    createSessionActivities({
      store: desk.store,
      payments: createStripePayments({
        provider: 'local',
        secretKey: 'sk_test_local',
        webhookSecret: WEBHOOK_SECRET,
        apiUrl: payments.url,
      }),
      meetings: createZoomMeetings({
        accountId: 'a',
        clientId: 'c',
        clientSecret: 's',
        apiUrl: meetings.apiUrl,
        oauthUrl: meetings.oauthUrl,
      }),
      vault,
      publicUrl: 'http://sitio.test',
      logger: pino({ level: 'silent' }),
    }),
  );
  const by = { now: new Date(), by: null };
  await addCalendarVersion(desk.store, service.id, service, by);
  await addPolicyVersion(desk.store, { ...DEFAULT_SUPPORT_POLICY, calendarId: service.id }, by);
  await desk.startWorker();
  return {
    desk,
    client,
    payments,
    meetings,
    vault,
    now: () => env.now(),
    async sleepUntil(instant) {
      const ahead = new Date(instant).getTime() - (await env.now());
      if (ahead > 0) await env.sleep(ahead);
    },
    async request({ platform = 'zoom', calendar = ALWAYS_OPEN } = {}) {
      const registeredAt = new Date(await env.now()).toISOString();
      const ticket = await desk.register(aTicketInput({ registeredAt, calendar }));
      await ticket.command('requestSession', { platform, reason: 'Verlo juntos' }, { actor: CLIENT });
      const session = new DeskSession(`session-${ticket.folio}-1`, ticket, client, desk.store, payments);
      await session.until(({ state }) => state === 'requested');
      return session;
    },
    async close() {
      await desk.close();
      await env.close();
      await Promise.all([payments.close(), meetings.close()]);
    },
  };
}

interface Engine {
  client: Client;
  connection: NativeConnection;
  namespace: string;
  now(): Promise<number>;
  sleep(ms: number): Promise<void>;
  close(): Promise<void>;
}

async function skippingEngine(): Promise<Engine> {
  const env = await startTimeSkipping();
  return {
    client: env.client,
    connection: env.nativeConnection,
    namespace: 'default',
    now: () => env.currentTimeMs(),
    sleep: (ms) => env.sleep(ms),
    close: () => env.teardown(),
  };
}

async function realEngine({ temporalAddress: address, namespace }: TestServers): Promise<Engine> {
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  return {
    client: new Client({ connection, namespace }),
    connection: native,
    namespace,
    now: () => Promise.resolve(Date.now()),
    sleep: (ms) => wait(ms),
    async close() {
      await Promise.all([connection.close(), native.close()]);
    },
  };
}

/** One session as its people see it. */
export class DeskSession {
  constructor(
    readonly id: string,
    readonly ticket: DeskTicket,
    private readonly client: Client,
    private readonly store: Store,
    private readonly payments: PaymentDouble,
  ) {}

  get handle(): ReturnType<Client['workflow']['getHandle']> {
    return this.client.workflow.getHandle(this.id);
  }

  command<N extends SessionCommandName>(
    name: N,
    data: SessionCommandData[N],
    actor: Actor = AGENT,
  ): Promise<SessionReceipt> {
    const commandId = randomUUID();
    const envelope: SessionEnvelope<N> = { commandId, bodyHash: 'hash', actor, data };
    const update = sessionUpdate(name) as UpdateDefinition<SessionReceipt, [SessionEnvelope<N>], string>;
    return this.handle.executeUpdate(update, { args: [envelope], updateId: commandId });
  }

  async state(): Promise<RemoteSession> {
    return await this.handle.query(sessionQuery);
  }

  /** Waits until the session, as its workflow sees it, is as described. */
  async until(condition: (session: RemoteSession) => boolean): Promise<RemoteSession> {
    for (;;) {
      const session = await this.state().catch(() => null);
      if (session && condition(session)) return session;
      await wait(20);
    }
  }

  async quote(given: Partial<SessionConditions> = {}): Promise<void> {
    const { createdAt } = await this.state();
    const conditions = { ...sessionConditions(DEFAULT_SUPPORT_POLICY), ...given };
    await this.command('quoteSession', {
      amountMinor: conditions.priceMinor,
      currency: conditions.currency,
      terms: conditions.terms,
      validUntil: new Date(Date.parse(createdAt) + 365 * 24 * 3_600_000).toISOString(),
      conditions,
    });
  }

  /** Accepts the quote. @returns the page's id once it is there */
  async checkout(): Promise<string> {
    await this.command('acceptQuote', {}, CLIENT);
    const { checkout } = await this.until(
      (session) => session.checkout?.open === true && session.checkout.id !== null,
    );
    return checkout!.id!;
  }

  async tellPayment(): Promise<void> {
    await tellPayment({ store: this.store, client: this.client }, this.id, {
      refused: false,
      checkoutId: null,
    });
  }

  /** Quoted, accepted and paid on the page. */
  async pay(given: Partial<SessionConditions> = {}): Promise<string> {
    await this.quote(given);
    const checkoutId = await this.checkout();
    const paymentId = await this.payments.pay(checkoutId);
    await this.tellPayment();
    await this.until(({ state }) => state === 'paid');
    return paymentId;
  }
}
