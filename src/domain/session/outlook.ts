import { epochMs, instantAt, type Instant } from '../instant';
import { sessionActions, type SessionAction, type SessionCaller, type SessionSetting } from './actions';
import { accessOpensAt, endOf } from './agenda';
import { freeCancellationUntil, refundOnCancel } from './cancellation';
import type { RemoteSession } from './session';
import { stuckSteps, type StuckStep } from './stuck';
import { TRANSITIONS } from './transitions';

/** Where a session stands as people would say it: finer than its state. */
export const SITUATIONS = [
  'requested',
  'quoted',
  'opening_payment_page',
  'awaiting_payment',
  'closing_payment_page',
  'cancelling',
  'choose_time',
  'scheduled',
  'access_open',
  'in_progress',
  'ending_soon',
  'completed',
  'client_absent',
  'cancelled',
  'expired',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Who has to do something: `system` for what is under way by itself, null when only time has to pass. */
export type NextActor = 'client' | 'support' | 'system';

/** Instants that a page counts down to or names; null where they do not apply. */
export interface SessionInstants {
  requestValidUntil: Instant | null;
  quoteValidUntil: Instant | null;
  paymentPageExpiresAt: Instant | null;
  /** Until then a time is to be chosen; afterwards the payment goes back. */
  chooseTimeBefore: Instant | null;
  /** Until then the client cancels free of charge, and until then they may choose another time. */
  freeCancellationUntil: Instant | null;
  moveUntil: Instant | null;
  accessOpensAt: Instant | null;
  startsAt: Instant | null;
  /** From then on the client may be recorded as absent. */
  absentFrom: Instant | null;
  warnsAt: Instant | null;
  endsAt: Instant | null;
}

export interface SessionOutlook {
  situation: Situation;
  nextActor: NextActor | null;
  instants: SessionInstants;
  /** The nearest of the instants that is still ahead. */
  countdown: { to: keyof SessionInstants; at: Instant } | null;
  actions: SessionAction[];
  /** What cancelling now would give back, to who asks; minor units, null where it can not be cancelled. */
  refundIfCancelled: number | null;
  stuck: StuckStep[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What lies before a session and those who have to do with it, as it looks at an instant to a caller. */
export function sessionOutlook(
  session: RemoteSession,
  caller: SessionCaller,
  setting: SessionSetting,
): SessionOutlook {
  const stuck = stuckSteps(session, setting.lostAt);
  const instants = instantsOf(session);
  return {
    situation: situationOf(session),
    nextActor: stuck.length > 0 ? 'support' : nextActorOf(session, setting.at),
    instants,
    countdown: nearest(instants, setting.at),
    actions: sessionActions(session, caller, setting),
    refundIfCancelled: refundNow(session, caller, setting.at),
    stuck,
  };
}

function situationOf({ state, checkout, cancelling, accessOpened, warned }: RemoteSession): Situation {
  switch (state) {
    case 'checkout':
      if (cancelling) return 'cancelling';
      if (checkout?.closing) return 'closing_payment_page';
      return checkout?.id == null ? 'opening_payment_page' : 'awaiting_payment';
    case 'paid':
      return 'choose_time';
    case 'scheduled':
      return accessOpened ? 'access_open' : 'scheduled';
    case 'in_progress':
      return warned ? 'ending_soon' : 'in_progress';
    case 'requested':
    case 'quoted':
    case 'completed':
    case 'client_absent':
    case 'cancelled':
    case 'expired':
      return state;
  }
}

function nextActorOf(session: RemoteSession, at: Instant): NextActor | null {
  const { state, platform, meeting, slot } = session;
  switch (state) {
    case 'requested':
      return 'support';
    case 'quoted':
    case 'paid':
      return 'client';
    case 'checkout':
      return situationOf(session) === 'awaiting_payment' ? 'client' : 'system';
    case 'scheduled':
      if (meeting === null) return platform === 'anydesk' ? 'support' : 'system';
      return slot && at >= slot.startsAt ? 'support' : null;
    case 'in_progress':
      return 'support';
    case 'completed':
    case 'client_absent':
    case 'cancelled':
    case 'expired':
      return session.payments.some(({ refundDueMinor }) => refundDueMinor > 0) ? 'system' : null;
  }
}

function instantsOf(session: RemoteSession): SessionInstants {
  const { state, since, createdAt, quote, checkout, slot, conditions } = session;
  const attended = state === 'scheduled' || state === 'in_progress';
  const appointed = attended ? slot : null;
  const ahead = state === 'scheduled' ? slot : null;
  const endsAt = attended ? endOf(session) : null;
  const warned = (conditions.maxMinutes - conditions.warnAtMinutes) * MINUTE_MS;
  return {
    requestValidUntil:
      state === 'requested' ? later(createdAt, conditions.requestValidHours * HOUR_MS) : null,
    quoteValidUntil: state === 'quoted' ? (quote?.validUntil ?? null) : null,
    paymentPageExpiresAt: state === 'checkout' && checkout?.open ? checkout.expiresAt : null,
    chooseTimeBefore: state === 'paid' ? later(since, conditions.slotChoiceDays * DAY_MS) : null,
    freeCancellationUntil: ahead && freeCancellationUntil(session),
    moveUntil: ahead && later(ahead.startsAt, -conditions.minimumNoticeMinutes * MINUTE_MS),
    accessOpensAt: attended ? accessOpensAt(session) : null,
    startsAt: appointed?.startsAt ?? null,
    absentFrom: ahead && later(ahead.startsAt, conditions.noShowMinutes * MINUTE_MS),
    warnsAt: endsAt !== null && warned > 0 ? later(endsAt, -warned) : null,
    endsAt,
  };
}

function nearest(instants: SessionInstants, at: Instant): SessionOutlook['countdown'] {
  const [next] = (Object.entries(instants) as [keyof SessionInstants, Instant | null][])
    .flatMap(([to, instant]) => (instant !== null && instant > at ? [{ to, at: instant }] : []))
    .sort((a, b) => a.at.localeCompare(b.at));
  return next ?? null;
}

function refundNow(session: RemoteSession, { userId: id, role }: SessionCaller, at: Instant): number | null {
  const cell = TRANSITIONS.cancelled[session.state];
  if (cell === 'refuse' || cell === 'ignore') return null;
  return refundOnCancel(session, { id, role }, at);
}

function later(at: Instant, ms: number): Instant {
  return instantAt(epochMs(at) + ms);
}
