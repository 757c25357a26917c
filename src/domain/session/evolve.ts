import type { SessionEvent, SessionEventName, SessionRequest } from './events';
import {
  keptPayment,
  type Checkout,
  type DutyName,
  type Payment,
  type RemoteSession,
  type SessionState,
  type Trouble,
} from './session';

type EventOf<N extends SessionEventName> = Extract<SessionEvent, { name: N }>;
type Effects = {
  [N in SessionEventName]: (session: RemoteSession, event: EventOf<N>) => Partial<RemoteSession>;
};

/** A session as it begins: asked for, nothing decided. */
export function requestedSession(request: SessionRequest): RemoteSession {
  const { at, ...given } = request;
  return {
    ...given,
    version: 0,
    state: 'requested',
    since: at,
    quote: null,
    accepted: null,
    checkout: null,
    cancelling: null,
    payments: [],
    slot: null,
    booking: null,
    meeting: null,
    quoteReminded: null,
    ...UNATTENDED,
    startedAt: null,
    endedAt: null,
    troubles: [],
    createdAt: at,
    updatedAt: at,
  };
}

/** What begins anew with every appointed time. */
const UNATTENDED = {
  remindersSent: [],
  accessOpened: false,
  unattended: false,
  warned: false,
} satisfies Partial<RemoteSession>;

/** What each event changes. Total: an event always applies. */
const EFFECTS: Effects = {
  // What was accepted was the quote before.
  quoted: (_session, { data }) => ({
    state: 'quoted',
    quote: data,
    accepted: null,
    conditions: data.conditions,
  }),
  accepted: (session, event) => ({
    state: 'checkout',
    accepted: { at: event.at, by: event.actor },
    checkout: {
      attempt: (session.checkout?.attempt ?? 0) + 1,
      id: null,
      expiresAt: null,
      open: true,
      closing: false,
    },
  }),
  slot_chosen: (_session, { data }) => ({ state: 'scheduled', slot: data, booking: data, ...UNATTENDED }),
  meeting_given: (session) => ({
    meeting: session.slot && { startsAt: session.slot.startsAt },
    troubles: without(session, 'create_meeting'),
  }),
  started: (_session, { at }) => ({ state: 'in_progress', startedAt: at }),
  ended: (_session, { at }) => ({ state: 'completed', endedAt: at }),
  client_absent: (_session, { at }) => ({ state: 'client_absent', endedAt: at }),
  agent_absent: (session) => backToChoice(session),
  cancelled: (session, { data, actor }) =>
    session.state === 'checkout'
      ? { cancelling: { by: actor, reason: data.reason }, checkout: closing(session.checkout) }
      : { state: 'cancelled', slot: null, payments: oweKept(session, data.refundMinor) },
  retried: (session, { at }) => ({
    troubles: session.troubles.map((trouble) => ({ ...trouble, retryAt: at })),
  }),

  checkout_opened: (session, { data }) => ({
    checkout: session.checkout && { ...session.checkout, id: data.checkoutId, expiresAt: data.expiresAt },
  }),
  checkout_closed: (session, event) => ({
    checkout: session.checkout && { ...session.checkout, open: false, closing: false },
    state: afterCheckout(session, event.at),
  }),
  payment_refused: () => ({}),
  captured: (session, { at, data }) => {
    const payment: Payment = {
      id: data.paymentId,
      method: data.method,
      capturedMinor: data.amountMinor,
      currency: data.currency,
      capturedAt: at,
      refundedMinor: 0,
      refundDueMinor: data.kept ? 0 : data.amountMinor,
      lostMinor: 0,
      refunds: 0,
      byHandMinor: 0,
      failedMinor: 0,
      kept: data.kept,
      dispute: 'none',
    };
    return {
      payments: [...session.payments, payment],
      // Whatever page is still open must not be paid a second time.
      checkout: session.checkout?.open ? closing(session.checkout) : session.checkout,
      ...(data.kept && {
        state: 'paid' as const,
        accepted: session.accepted ?? { at, by: { id: session.clientId, role: 'client' as const } },
      }),
    };
  },
  refunded: (session, { data, actor }) => ({
    payments: changed(session, data.paymentId, (payment) => ({
      refundedMinor: data.totalMinor,
      refundDueMinor: Math.max(0, payment.refundDueMinor - data.amountMinor),
      refunds: payment.refunds + 1,
      ...(actor.role !== 'system' &&
        payment.byHandMinor !== undefined && { byHandMinor: payment.byHandMinor + data.amountMinor }),
    })),
  }),
  refund_failed: (session, { data }) => ({
    payments: changed(session, data.paymentId, ({ refundedMinor, refundDueMinor }) => ({
      refundedMinor: refundedMinor - data.amountMinor,
      refundDueMinor: refundDueMinor + data.amountMinor,
      failedMinor: data.totalMinor,
    })),
  }),
  disputed: (session, { data }) => ({
    payments: changed(session, data.paymentId, () => ({ dispute: 'open' })),
  }),
  dispute_settled: (session, { data }) => ({
    payments: changed(session, data.paymentId, (payment) => {
      const lostMinor = payment.lostMinor + data.amountMinor;
      const left = payment.capturedMinor - payment.refundedMinor - lostMinor;
      const dispute = data.won ? 'won' : 'lost';
      return { dispute, lostMinor, refundDueMinor: Math.min(payment.refundDueMinor, left) };
    }),
  }),

  meeting_ready: (_session, { data }) => ({ meeting: data }),
  meeting_removed: () => ({ meeting: null }),
  slot_released: () => ({ booking: null }),
  ticket_gone: (session, { actor, data }) =>
    session.state === 'checkout' && session.checkout?.id
      ? { cancelling: { by: actor, reason: 'ticket_closed' }, checkout: closing(session.checkout) }
      : {
          state: 'cancelled',
          slot: null,
          payments: oweKept(session, data.refundMinor ?? 0),
          checkout: session.checkout && { ...session.checkout, open: false, closing: false },
        },
  payment_lost: (session, { data }) => ({
    state: 'cancelled',
    slot: null,
    payments: oweKept(session, data.refundMinor ?? 0),
  }),
  troubled: (session, { at, data }) => {
    const before = session.troubles.find(({ duty }) => duty === data.duty);
    const trouble = { ...data, since: before?.since ?? at, attempts: (before?.attempts ?? 0) + 1 };
    return { troubles: [...without(session, data.duty), trouble] };
  },
  recovered: (session, { data }) => ({ troubles: without(session, data.duty) }),

  lapsed: (session, { data }) =>
    session.state === 'paid'
      ? { state: 'cancelled', payments: oweKept(session, data.refundMinor) }
      : { state: 'expired' },
  quote_reminded: (_session, { data }) => ({ quoteReminded: data.validUntil }),
  reminded: (session, { data }) => ({ remindersSent: [...session.remindersSent, data.hours] }),
  access_opened: () => ({ accessOpened: true }),
  unattended: () => ({ unattended: true }),
  unheld: (session) => backToChoice(session),
  warned: () => ({ warned: true }),
  time_up: (_session, { at }) => ({ state: 'completed', endedAt: at }),
};

/** The session after one more event. */
export function evolveSession(session: RemoteSession, event: SessionEvent): RemoteSession {
  const effect = EFFECTS[event.name] as (
    session: RemoteSession,
    event: SessionEvent,
  ) => Partial<RemoteSession>;
  const next = { ...session, ...effect(session, event) };
  return {
    ...next,
    version: event.seq,
    since: next.state === session.state ? session.since : event.at,
    updatedAt: event.at,
  };
}

/** e-Optics could not hold it: the client takes another time, or their money back. */
function backToChoice({ missedBySupport }: RemoteSession): Partial<RemoteSession> {
  return {
    state: 'paid',
    slot: null,
    startedAt: null,
    ...UNATTENDED,
    ...(missedBySupport !== undefined && { missedBySupport: true }),
  };
}

function afterCheckout(session: RemoteSession, at: string): SessionState {
  if (session.state !== 'checkout') return session.state;
  if (session.cancelling) return 'cancelled';
  return session.quote && at < session.quote.validUntil ? 'quoted' : 'expired';
}

function closing(checkout: Checkout | null): Checkout | null {
  return checkout && { ...checkout, closing: true };
}

function oweKept(session: RemoteSession, refundMinor: number): Payment[] {
  const kept = keptPayment(session);
  if (!kept) return session.payments;
  return changed(session, kept.id, ({ refundDueMinor }) => ({
    refundDueMinor: refundDueMinor + refundMinor,
  }));
}

function without(session: RemoteSession, name: DutyName): Trouble[] {
  return session.troubles.filter(({ duty }) => duty !== name);
}

function changed(
  session: RemoteSession,
  paymentId: string,
  change: (payment: Payment) => Partial<Payment>,
): Payment[] {
  return session.payments.map((payment) =>
    payment.id === paymentId ? { ...payment, ...change(payment) } : payment,
  );
}
