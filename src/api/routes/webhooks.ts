import type { WEBHOOK_ROUTES } from '../../contract/webhooks';
import { tellPayment } from '../../engine/tell-session';
import { UnsignedNewsError, type PaymentNews } from '../../integrations/payments/payments-port';
import { findSessionByPayment } from '../../store/remote-sessions/remote-sessions';
import { findCheckout, keepCheckout } from '../../store/remote-sessions/session-checkouts';
import { noteWebhook, settleWebhook } from '../../store/remote-sessions/session-webhooks';
import type { Store } from '../../store/store';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import type { HandlersOf } from '../handler';
import { rawBodyReader } from '../http/read-raw-body';

const readRaw = rawBodyReader(262_144);

/** The handlers of WEBHOOK_ROUTES, by route id. */
export const webhookHandlers: HandlersOf<typeof WEBHOOK_ROUTES> = {
  async receivePaymentNews({ params, http, reply }, deps) {
    if (params.provider !== deps.sessions.payments.provider) throw new ApiError('not_found');
    const body = await readRaw(http, reply);
    await take(verified(deps, body, http.get('stripe-signature')), deps);
    return { status: 200, body: { received: true } };
  },
};

/**
 * News only tells the session to read its payments again, so order and age do not matter. Noted first and settled
 * last: when the engine is away the provider is told to repeat it.
 */
async function take(news: PaymentNews, deps: Deps): Promise<void> {
  const { store, temporal, clock, logger, sessions } = deps;
  const webhookId = `${sessions.payments.provider}:${news.eventId}`;
  const sessionId = await sessionOf(store, news, clock().toISOString());
  const receivedAt = clock().toISOString();
  const note = { _id: webhookId, type: news.type, sessionId, receivedAt, handledAt: null };
  if (await noteWebhook(store, note)) return;
  if (sessionId !== null) {
    const { refused, checkoutId } = news;
    await tellPayment({ store, client: temporal }, sessionId, { refused, checkoutId }).catch(
      (error: unknown) => {
        logger.warn({ err: error, sessionId }, 'news of a payment left to its provider');
        throw new ApiError('engine_unavailable');
      },
    );
  }
  await settleWebhook(store, webhookId, clock().toISOString());
}

/** By what we wrote on the payment, by the page, or by the payment itself; null for what is none of ours. */
async function sessionOf(store: Store, news: PaymentNews, now: string): Promise<string | null> {
  const { sessionId, checkoutId, paymentId } = news;
  if (sessionId !== null && (await store.remoteSessions.exists({ _id: sessionId }))) {
    if (checkoutId !== null)
      await keepCheckout(store, { _id: checkoutId, sessionId, url: null, createdAt: now });
    return sessionId;
  }
  const checkout = checkoutId === null ? null : await findCheckout(store, checkoutId);
  if (checkout) return checkout.sessionId;
  return paymentId === null ? null : findSessionByPayment(store, paymentId);
}

function verified({ sessions }: Deps, body: Buffer, signature: string | undefined): PaymentNews {
  try {
    return sessions.payments.verify(body, signature);
  } catch (error) {
    if (error instanceof UnsignedNewsError) throw new ApiError('invalid_signature');
    throw error;
  }
}
