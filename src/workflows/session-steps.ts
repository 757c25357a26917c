import { patched } from '@temporalio/workflow';
import { instantAt } from '../domain/instant';
import { refundable } from '../domain/session/duties';
import { reconcile, type PaymentFact } from '../domain/session/reconcile';
import { keptPayment, type DutyName, type RemoteSession } from '../domain/session/session';
import { outside, summary } from './session-outside';
import type { SessionRun } from './session-run';

const MINUTE_MS = 60_000;

const { bounded, patient } = outside;

type Step = (run: SessionRun, session: RemoteSession) => Promise<void>;

/**
 * What each duty does outside, and what it brings to the session. A step that fails throws ActivityFailure; each may be
 * taken again.
 */
export const STEPS: Readonly<Record<DutyName, Step>> = {
  async open_checkout(run, session) {
    const expiresAt = instantAt(Date.now() + session.conditions.checkoutMinutes * MINUTE_MS);
    const order = { session, expiresAt };
    const opened = await bounded.openCheckout.executeWithOptions(summary('Open the payment page'), [order]);
    if (opened.gone) return run.bringAbout({ name: 'ticket_gone', data: {} });
    const { checkoutId } = opened;
    run.bringAbout({ name: 'checkout_opened', data: { checkoutId, expiresAt: opened.expiresAt } });
  },

  async close_checkout(run, { id, checkout }) {
    const order = { sessionId: id, checkoutId: checkout?.id ?? null };
    const facts = await bounded.closeCheckout.executeWithOptions(summary('Shut the payment page'), [order]);
    take(run, facts);
    run.bringAbout({ name: 'checkout_closed', data: {} });
  },

  async read_payments(run, { id, checkout }) {
    const order = { sessionId: id, checkoutId: checkout?.open ? checkout.id : null };
    const read = await bounded.readPayments.executeWithOptions(summary('Read the payments'), [order]);
    take(run, read.facts);
    if (read.status === 'expired') run.bringAbout({ name: 'checkout_closed', data: {} });
  },

  async refund(run, session) {
    const payment = refundable(session);
    if (!payment) return;
    const { id: paymentId, refundDueMinor: amountMinor, refundedMinor, byHandMinor = 0 } = payment;
    const order = { sessionId: session.id, paymentId, amountMinor, refundedMinor, byHandMinor };
    const done = await bounded.refundPayment.executeWithOptions(summary('Send money back'), [order]);
    run.bringAbout({ name: 'refunded', data: { paymentId, amountMinor, ...done } });
  },

  async create_meeting(run, session) {
    await bounded.createMeeting.executeWithOptions(summary('Make the meeting'), [session]);
    const { slot } = session;
    if (slot) run.bringAbout({ name: 'meeting_ready', data: { startsAt: slot.startsAt } });
  },

  async remove_meeting(run, { id }) {
    await bounded.removeMeeting.executeWithOptions(summary('End the meeting, forget the access'), [id]);
    run.bringAbout({ name: 'recovered', data: { duty: 'create_meeting' } });
    run.bringAbout({ name: 'meeting_removed', data: {} });
  },

  async release_slot(run, { id, booking }) {
    if (!booking) return;
    await patient.releaseSlot.executeWithOptions(summary('Give the time back'), [id, booking]);
    run.bringAbout({ name: 'slot_released', data: {} });
  },
};

/** What the provider knows of payments, onto the session. */
function take(run: SessionRun, facts: readonly PaymentFact[]): void {
  for (const intent of reconcile(run.session, facts)) run.bringAbout(intent);
  const isLost = keptPayment(run.session)?.dispute === 'lost';
  if (isLost && patched('ends-lost')) run.bringAbout({ name: 'payment_lost', data: {} });
}
