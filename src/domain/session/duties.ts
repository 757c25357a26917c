import type { Instant } from '../instant';
import { isFinal, type DutyName, type Payment, type RemoteSession } from './session';

/** What the session has to get done outside now, the most pressing first. */
export function dutiesOf(session: RemoteSession): DutyName[] {
  const { checkout, booking, slot, meeting, state, platform } = session;
  const attended = state === 'scheduled' || state === 'in_progress';
  const over = state === 'completed' || state === 'client_absent';
  const closing = checkout?.open === true && checkout.closing;
  const stale = meeting !== null && (!attended || meeting.startsAt !== slot?.startsAt);
  // An attempt whose answer never came may have left one.
  const unheard = !attended && session.troubles.some(({ duty }) => duty === 'create_meeting');
  const duties: Record<Exclude<DutyName, 'read_payments'>, boolean> = {
    close_checkout: closing,
    open_checkout: state === 'checkout' && checkout?.open === true && !closing && checkout.id === null,
    refund: refundable(session) !== undefined,
    remove_meeting: stale || unheard,
    // What has passed needs no giving back.
    release_slot: booking !== null && !attended && !over,
    create_meeting: attended && meeting === null && platform === 'zoom',
  };
  return (Object.keys(duties) as (keyof typeof duties)[]).filter((duty) => duties[duty]);
}

/** A card payment of which something is owed; a disputed one is in the bank's hands, a transfer in a person's. */
export function refundable(session: RemoteSession): Payment | undefined {
  return session.payments.find(
    ({ refundDueMinor, dispute, method }) => refundDueMinor > 0 && dispute !== 'open' && method === 'card',
  );
}

/** Transfers that a supervisor must send back by hand. */
export function owedByHand(session: RemoteSession): Payment[] {
  return session.payments.filter(({ refundDueMinor, method }) => refundDueMinor > 0 && method === 'transfer');
}

/**
 * Payments whose refund a person may record as sent by other means: transfers, and a card payment whose refund the
 * provider did not take, while no attempt is under way.
 */
export function refundByHand(session: RemoteSession, at: Instant): Payment[] {
  const refused = session.troubles.some(({ duty, retryAt }) => duty === 'refund' && retryAt > at);
  const card = refused ? refundable(session) : undefined;
  return [...owedByHand(session), ...(card ? [card] : [])];
}

/** Nothing can happen to it any more by itself: what the bank still says later starts it again. */
export function isAtRest(session: RemoteSession): boolean {
  return isFinal(session.state) && dutiesOf(session).length === 0 && owedByHand(session).length === 0;
}
