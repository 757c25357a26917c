import { randomBytes, randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import pino from 'pino';
import { createSessionActivities, type SessionActivities } from '../../src/activities/session-activities';
import type { Actor } from '../../src/domain/actor';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { sessionConditions } from '../../src/domain/policy/remote-session-policy';
import type { RemoteSession } from '../../src/domain/session/session';
import { tellPayment } from '../../src/engine/tell-session';
import { createZoomMeetings } from '../../src/integrations/meetings/zoom-meetings';
import { createStripePayments } from '../../src/integrations/payments/stripe-payments';
import { createVault } from '../../src/integrations/vault/vault';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import type { Store } from '../../src/store/store';
import {
  sessionQuery,
  sessionUpdate,
  type SessionCommandData,
  type SessionCommandName,
} from '../../src/workflows/session-messages';
import { startMeetingDouble } from '../local-providers/meeting-double';
import { startPaymentDouble, type PaymentDouble } from '../local-providers/payment-double';
import { waitUntil } from '../toolchain/wait-until';
import { ALWAYS_OPEN } from './always-open';

const WEBHOOK_SECRET = 'whsec_recorded';
const PATIENCE_MS = 60_000;

/** Payments and meetings on this machine, and times at any hour. */
export interface SessionProviders {
  payments: PaymentDouble;
  activities: SessionActivities;
  close(): Promise<void>;
}

export async function openSessionProviders(store: Store): Promise<SessionProviders> {
  const [payments, meetings] = await Promise.all([
    startPaymentDouble({ webhookSecret: WEBHOOK_SECRET, webhookUrl: null }),
    startMeetingDouble(),
  ]);
  const by = { now: new Date(), by: null };
  await addCalendarVersion(store, ALWAYS_OPEN.id, ALWAYS_OPEN, by);
  await addPolicyVersion(store, { ...DEFAULT_SUPPORT_POLICY, calendarId: ALWAYS_OPEN.id }, by);
  const zoom = { accountId: 'a', clientId: 'c', clientSecret: 's' };
  return {
    payments,
    activities: createSessionActivities({
      store,
      payments: createStripePayments({
        provider: 'local',
        secretKey: 'sk_test_local',
        webhookSecret: WEBHOOK_SECRET,
        apiUrl: payments.url,
      }),
      meetings: createZoomMeetings({ ...zoom, apiUrl: meetings.apiUrl, oauthUrl: meetings.oauthUrl }),
      vault: createVault(randomBytes(32).toString('base64')),
      publicUrl: 'http://sitio.test',
      logger: pino({ level: 'silent' }),
    }),
    async close() {
      await Promise.all([payments.close(), meetings.close()]);
    },
  };
}

/** A paid session on its way through a recorded life. */
export class RecordedSession {
  readonly handle: WorkflowHandle;

  constructor(
    id: string,
    private readonly client: Client,
    private readonly store: Store,
    private readonly payments: PaymentDouble,
  ) {
    this.handle = client.workflow.getHandle(id);
  }

  async command<N extends SessionCommandName>(
    name: N,
    data: SessionCommandData[N],
    actor: Actor,
  ): Promise<void> {
    const commandId = randomUUID();
    const update = sessionUpdate(name) as unknown as UpdateDefinition<unknown, [unknown], string>;
    const envelope = { commandId, bodyHash: '', actor, data };
    await this.handle.executeUpdate(update, { args: [envelope], updateId: commandId });
  }

  quote(actor: Actor, amountMinor: number): Promise<void> {
    const conditions = sessionConditions(DEFAULT_SUPPORT_POLICY);
    const validUntil = new Date(Date.now() + conditions.quoteValidHours * 3_600_000).toISOString();
    const { currency, terms } = conditions;
    return this.command('quoteSession', { amountMinor, currency, terms, validUntil, conditions }, actor);
  }

  /** On the open page; the session hears of it by news, as from a provider. */
  async pay(): Promise<void> {
    const { checkout } = await this.until('the page', (session) => session.checkout?.id != null);
    await this.payments.pay(checkout!.id!);
    const news = { refused: false, checkoutId: null };
    await tellPayment({ store: this.store, client: this.client }, this.handle.workflowId, news);
    await this.until('the payment', ({ state }) => state === 'paid');
  }

  async until(what: string, condition: (session: RemoteSession) => boolean): Promise<RemoteSession> {
    const look = (): Promise<RemoteSession | null> => this.handle.query(sessionQuery).catch(() => null);
    let seen: RemoteSession | null = null;
    await waitUntil(what, PATIENCE_MS, async () => {
      seen = await look();
      return seen !== null && condition(seen);
    });
    return seen!;
  }
}
