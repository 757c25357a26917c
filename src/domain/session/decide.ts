import { isClientSide, type Actor } from '../actor';
import { DomainError } from '../domain-error';
import { epochMs, type Instant } from '../instant';
import { isFreeToCancel, refundOnCancel, wholeRefund } from './cancellation';
import type { SessionEvent, SessionEventData, SessionEventName, SessionIntent } from './events';
import { keptPayment, type RemoteSession } from './session';
import { TRANSITIONS } from './transitions';

export interface SessionContext {
  at: Instant;
  actor: Actor;
  commandId: string;
}

const MINUTE_MS = 60_000;

/**
 * Applies one wish or fact to a session.
 * @returns the event, or null when it says nothing new
 * @throws DomainError `session_state` when the session is not where that is possible, or the rule's own code
 */
export function decideSession(
  session: RemoteSession,
  intent: SessionIntent,
  context: SessionContext,
): SessionEvent | null {
  const cell = TRANSITIONS[intent.name][session.state];
  if (cell === 'refuse') throw new DomainError('session_state');
  if (cell === 'ignore') return null;
  const judge = RULES[intent.name] as Judge<SessionEventName> | undefined;
  const data = judge ? judge(session, intent.data, context) : intent.data;
  if (data === null) return null;
  return {
    sessionId: session.id,
    seq: session.version + 1,
    name: intent.name,
    ...context,
    data,
  } as SessionEvent;
}

/** Completes what the event carries; null when there is nothing to say. */
type Judge<N extends SessionEventName> = (
  session: RemoteSession,
  data: SessionEventData[N],
  context: SessionContext,
) => SessionEventData[N] | null;

const RULES: { [N in SessionEventName]?: Judge<N> } = {
  quoted(_session, quote, { at }) {
    if (!Number.isSafeInteger(quote.amountMinor) || quote.amountMinor < 1) throw invalid('amount');
    if (quote.validUntil <= at) throw invalid('validUntil');
    return quote;
  },
  accepted({ quote }, data, { at }) {
    if (!quote || quote.validUntil <= at) throw new DomainError('quote_expired');
    return data;
  },
  slot_chosen(session, chosen, { at, actor }) {
    const { slot, conditions } = session;
    const notice = epochMs(chosen.startsAt) - epochMs(at);
    if (notice < conditions.minimumNoticeMinutes * MINUTE_MS) throw new DomainError('too_late', 'startsAt');
    const begins = slot && epochMs(slot.startsAt) - epochMs(at);
    // A client moves a session only while it is still far enough ahead for the agent to plan anew.
    if (begins !== null && isClientSide(actor) && begins < conditions.minimumNoticeMinutes * MINUTE_MS) {
      throw new DomainError('too_late', 'startsAt');
    }
    // Moving a session that is too near does not make it free to cancel again.
    return { ...chosen, late: isClientSide(actor) && !isFreeToCancel(session, at) };
  },
  started({ slot, conditions }, data, { at }) {
    if (slot && epochMs(at) < epochMs(slot.startsAt) - conditions.accessOpensMinutes * MINUTE_MS) {
      throw new DomainError('too_early');
    }
    return data;
  },
  client_absent({ slot, conditions }, data, { at }) {
    if (slot && epochMs(at) < epochMs(slot.startsAt) + conditions.noShowMinutes * MINUTE_MS) {
      throw new DomainError('too_early');
    }
    return data;
  },
  cancelled: (session, { reason }, { at, actor }) =>
    session.state === 'checkout' && session.cancelling
      ? null
      : { reason, refundMinor: refundOnCancel(session, actor, at) },
  ticket_gone: (session) => ({ refundMinor: wholeRefund(session) }),
  payment_lost: (session) =>
    keptPayment(session)?.dispute === 'lost' ? { refundMinor: wholeRefund(session) } : null,
  lapsed: (session) => ({ refundMinor: session.state === 'paid' ? wholeRefund(session) : 0 }),
  retried: ({ troubles }, data) => (troubles.length > 0 ? data : null),

  checkout_opened: ({ checkout }, data) => (checkout && checkout.id === null ? data : null),
  checkout_closed: ({ checkout }, data) => (checkout?.open ? data : null),
  captured(session, data, { actor }) {
    if (session.payments.some((payment) => payment.id === data.paymentId)) return null;
    if (!Number.isSafeInteger(data.amountMinor) || data.amountMinor < 1) throw invalid('amount');
    const byHand = actor.role !== 'system';
    if (byHand && !session.quote) throw new DomainError('session_state');
    return { ...data, kept: pays(session, data) };
  },
  refunded(session, data) {
    const payment = session.payments.find(({ id }) => id === data.paymentId);
    if (!payment) return null;
    const limit = payment.capturedMinor - payment.lostMinor;
    const totalMinor = Math.min(data.totalMinor, limit);
    const amountMinor = totalMinor - payment.refundedMinor;
    return amountMinor > 0 ? { ...data, amountMinor, totalMinor } : null;
  },
  refund_failed(session, data) {
    const payment = session.payments.find(({ id }) => id === data.paymentId);
    if (!payment || data.totalMinor <= (payment.failedMinor ?? 0)) return null;
    // Before that was told apart, all may have been sent by hand: nothing is sent twice on a guess.
    const byProvider = payment.refundedMinor - (payment.byHandMinor ?? payment.refundedMinor);
    const amountMinor = Math.min(data.amountMinor, byProvider);
    return amountMinor > 0 ? { ...data, amountMinor } : null;
  },
  disputed: (session, data) =>
    session.payments.some(({ id, dispute }) => id === data.paymentId && dispute !== 'open') ? data : null,
  dispute_settled(session, data) {
    const payment = session.payments.find(({ id }) => id === data.paymentId);
    if (payment?.dispute !== 'open') return null;
    const limit = payment.capturedMinor - payment.refundedMinor - payment.lostMinor;
    return { ...data, amountMinor: data.won ? 0 : Math.max(0, Math.min(data.amountMinor, limit)) };
  },

  recovered: ({ troubles }, data) => (troubles.some(({ duty }) => duty === data.duty) ? data : null),
  meeting_removed: ({ meeting }, data) => (meeting ? data : null),
  // Another time may have been chosen while the old one was given back.
  slot_released: ({ booking, slot }, data) => (booking && booking.startsAt !== slot?.startsAt ? data : null),
  quote_reminded: ({ quote, quoteReminded }, data) =>
    quote?.validUntil === data.validUntil && quoteReminded !== data.validUntil ? data : null,
  reminded: ({ remindersSent, slot }, data) =>
    remindersSent.includes(data.hours) || data.startsAt !== slot?.startsAt ? null : data,
  access_opened: ({ accessOpened }, data) => (accessOpened ? null : data),
  unattended: ({ unattended }, data) => (unattended ? null : data),
  warned: ({ warned }, data) => (warned ? null : data),
};

/** Whether a capture pays the session: the first, of the accepted amount, while the payment is expected. */
function pays(session: RemoteSession, capture: SessionEventData['captured']): boolean {
  const { state, quote, cancelling } = session;
  const expected = state === 'checkout' || (state === 'quoted' && capture.method === 'transfer');
  if (!expected || cancelling || !quote || keptPayment(session)) return false;
  return (
    capture.amountMinor === quote.amountMinor &&
    capture.currency.toUpperCase() === quote.currency.toUpperCase()
  );
}

function invalid(path: string): DomainError {
  return new DomainError('invalid_command', path);
}
