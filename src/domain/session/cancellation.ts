import { isClientSide, type Actor } from '../actor';
import { epochMs, instantAt, type Instant } from '../instant';
import { keptPayment, retainedMinor, type RemoteSession } from './session';

const HOUR_MS = 3_600_000;

/**
 * Until when the client cancels or moves the appointed session free of charge: the hours of the terms ahead, and up to its
 * beginning when support has let them down before. Null where that never was possible: the time came in the place of one
 * that was already too near.
 */
export function freeCancellationUntil({ slot, conditions, missedBySupport }: RemoteSession): Instant | null {
  if (!slot) return null;
  if (missedBySupport) return slot.startsAt;
  if (slot.late) return null;
  return instantAt(epochMs(slot.startsAt) - conditions.cancellation.freeUntilHours * HOUR_MS);
}

/** Whether the client gives up the appointed time without cost, were it now. */
export function isFreeToCancel(session: RemoteSession, at: Instant): boolean {
  const until = freeCancellationUntil(session);
  return session.slot === null || (until !== null && at <= until);
}

/** What the terms give back: everything when support cancels, or in time; later the agreed part. Minor units. */
export function refundOnCancel(session: RemoteSession, by: Actor, at: Instant): number {
  const whole = wholeRefund(session);
  if (!isClientSide(by) || isFreeToCancel(session, at)) return whole;
  return Math.round((whole * session.conditions.cancellation.lateRefundPercent) / 100);
}

/** All that the session still holds of its payment. Minor units. */
export function wholeRefund(session: RemoteSession): number {
  const payment = keptPayment(session);
  return payment ? retainedMinor(payment) : 0;
}
