import fc from 'fast-check';
import { freeCancellationUntil } from '../../../src/domain/session/cancellation';
import { reconcile, type PaymentFact } from '../../../src/domain/session/reconcile';
import type { SessionEventName } from '../../../src/domain/session/events';
import { SYSTEM, type Actor } from '../../../src/domain/actor';
import { dutiesOf, isAtRest } from '../../../src/domain/session/duties';
import { keptPayment, retainedMinor, type RemoteSession } from '../../../src/domain/session/session';
import { AGENT, BUYER, START, SUPERVISOR, T0, aSession, intentOf, later, sessionIn, step } from './sessions';
import { DATA } from './sessions';

const NAMES = Object.keys(DATA) as SessionEventName[];

const captures = fc.record({
  name: fc.constant('captured' as const),
  paymentId: fc.constantFrom('pi_1', 'pi_2', 'pi_3', 'transfer:1'),
  amountMinor: fc.constantFrom(116_000, 116_000, 116_000, 50_000),
  currency: fc.constantFrom('MXN', 'mxn', 'USD'),
});
const refunds = fc.record({
  name: fc.constant('refunded' as const),
  paymentId: fc.constantFrom('pi_1', 'pi_2', 'pi_9'),
  totalMinor: fc.integer({ min: 0, max: 200_000 }),
});
const failures = fc.record({
  name: fc.constant('refund_failed' as const),
  paymentId: fc.constantFrom('pi_1', 'pi_2'),
  amountMinor: fc.integer({ min: 0, max: 200_000 }),
  totalMinor: fc.integer({ min: 0, max: 400_000 }),
});
const settlements = fc.record({
  name: fc.constant('dispute_settled' as const),
  paymentId: fc.constantFrom('pi_1', 'pi_2'),
  won: fc.boolean(),
  amountMinor: fc.integer({ min: 0, max: 200_000 }),
});
const others = fc.record({ name: fc.constantFrom(...NAMES) });
const steps = fc.array(
  fc.tuple(
    fc.oneof({ weight: 3, arbitrary: others }, captures, refunds, failures, settlements),
    fc.constantFrom(BUYER, AGENT, SUPERVISOR),
    fc.integer({ min: 0, max: 4 }),
  ),
  { maxLength: 60 },
);

function walk(given: [{ name: SessionEventName }, typeof BUYER, number][]): RemoteSession[] {
  let hours = 0;
  const seen = [aSession()];
  for (const [{ name, ...data }, actor, passed] of given) {
    hours += passed;
    const person = ['quoted', 'slot_chosen', 'cancelled', 'accepted'].includes(name) ? { actor } : {};
    const at = later(T0, hours);
    const method = 'paymentId' in data && String(data.paymentId).startsWith('transfer') ? 'transfer' : 'card';
    const full = name === 'captured' ? { ...data, method } : data;
    seen.push(step(seen.at(-1)!, intentOf(name, full as never), { at, ...person, lenient: true }));
  }
  return seen;
}

test('captured less refunded is what was delivered or is still owed, after every step', () => {
  fc.assert(
    fc.property(steps, (given) => {
      for (const session of walk(given)) {
        for (const payment of session.payments) {
          const { capturedMinor, refundedMinor, refundDueMinor, lostMinor, kept } = payment;
          for (const sum of [refundedMinor, refundDueMinor, lostMinor]) expect(sum).toBeGreaterThanOrEqual(0);
          expect(retainedMinor(payment)).toBeGreaterThanOrEqual(0);
          expect(capturedMinor - refundedMinor - lostMinor).toBe(retainedMinor(payment) + refundDueMinor);
          // Nothing of a second, late or wrong capture is retained.
          if (!kept) expect(retainedMinor(payment)).toBe(0);
        }
        expect(session.payments.filter(({ kept }) => kept).length).toBeLessThanOrEqual(1);
        const paysFor = ['paid', 'scheduled', 'in_progress', 'completed', 'client_absent', 'cancelled'];
        if (keptPayment(session)) expect(paysFor).toContain(session.state);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a session that e-Optics did not hold retains nothing once it is cancelled', () => {
  for (const name of ['unheld', 'agent_absent'] as const) {
    const back = step(sessionIn('scheduled'), intentOf(name), { at: later(START, 1) });
    expect(back).toMatchObject({ state: 'paid', slot: null });
    const gone = step(back, intentOf('cancelled'), { at: later(START, 2) });
    expect(retainedMinor(keptPayment(gone)!)).toBe(0);
    expect(keptPayment(gone)!.refundDueMinor).toBe(116_000);
  }
});

test.each([
  { who: BUYER, hours: -25, refund: 116_000, when: 'in time' },
  { who: BUYER, hours: -24, refund: 116_000, when: 'at the last moment' },
  { who: BUYER, hours: -23, refund: 58_000, when: 'late' },
  { who: AGENT, hours: -1, refund: 116_000, when: 'by support' },
])('a cancellation $when refunds $refund', ({ who, hours, refund }) => {
  const gone = step(sessionIn('scheduled'), intentOf('cancelled'), { at: later(START, hours), actor: who });
  expect(keptPayment(gone)!.refundDueMinor).toBe(refund);
});

test('moving a session that is too near does not make cancelling free again', () => {
  const moved = step(
    sessionIn('scheduled'),
    intentOf('slot_chosen', { startsAt: later(START, 96), endsAt: later(START, 97) }),
    { at: later(START, -3), actor: BUYER },
  );
  const gone = step(moved, intentOf('cancelled'), { at: later(START, -2), actor: BUYER });
  expect(keptPayment(gone)!.refundDueMinor).toBe(58_000);
});

test.each(['unheld', 'agent_absent'] as const)(
  'after a time that support did not hold (%s) the next one is free to cancel until it begins',
  (name) => {
    const back = step(sessionIn('scheduled'), intentOf(name), { at: later(START, 1) });
    const again = step(
      back,
      intentOf('slot_chosen', { startsAt: later(START, 48), endsAt: later(START, 49) }),
      { at: later(START, 2), actor: BUYER },
    );
    expect(freeCancellationUntil(again)).toBe(later(START, 48));
    const gone = step(again, intentOf('cancelled'), { at: later(START, 47), actor: BUYER });
    expect(keptPayment(gone)!.refundDueMinor).toBe(116_000);
  },
);

test('a session whose payment the bank takes back before it was held ends', () => {
  for (const state of ['paid', 'scheduled'] as const) {
    const disputed = step(sessionIn(state), intentOf('disputed'));
    expect(step(disputed, intentOf('payment_lost'))).toBe(disputed);
    const lost = step(disputed, intentOf('dispute_settled', { won: false, amountMinor: 116_000 }));
    const gone = step(lost, intentOf('payment_lost'));
    expect(gone).toMatchObject({ state: 'cancelled', slot: null });
    expect(keptPayment(gone)).toMatchObject({ lostMinor: 116_000, refundDueMinor: 0 });
  }
});

test('of a payment that the bank takes back in part the rest is owed', () => {
  const lost = [
    intentOf('disputed'),
    intentOf('dispute_settled', { won: false, amountMinor: 16_000 }),
  ].reduce((session, intent) => step(session, intent), sessionIn('paid'));
  expect(keptPayment(step(lost, intentOf('payment_lost')))!.refundDueMinor).toBe(100_000);
});

test('a capture while the client cancels goes back, and the session is cancelled', () => {
  const cancelling = step(sessionIn('checkout'), intentOf('cancelled'));
  const captured = step(cancelling, intentOf('captured'));
  const closed = step(captured, intentOf('checkout_closed'));
  expect(closed).toMatchObject({ state: 'cancelled', payments: [{ kept: false, refundDueMinor: 116_000 }] });
  expect(isAtRest(closed)).toBe(false);
  expect(isAtRest(step(closed, intentOf('refunded')))).toBe(true);
});

test('a transfer pays a quote, and the page that is open must be shut', () => {
  const transfer = { paymentId: 'transfer:77', method: 'transfer' as const, reference: '77' };
  const paid = step(sessionIn('checkout'), intentOf('captured', transfer), { actor: SUPERVISOR });
  expect(paid).toMatchObject({ state: 'paid', checkout: { open: true, closing: true } });
});

test('a new quote is accepted anew', () => {
  const accepted = step(sessionIn('checkout'), intentOf('checkout_closed'), { at: later(T0, 2) });
  expect(accepted).toMatchObject({ state: 'quoted', accepted: { by: BUYER } });
  const requoted = step(accepted, intentOf('quoted', { amountMinor: 232_000 }), { at: later(T0, 3) });
  expect(requoted).toMatchObject({ state: 'quoted', quote: { amountMinor: 232_000 }, accepted: null });
  const again = step(requoted, intentOf('accepted'), { at: later(T0, 4) });
  expect(again.accepted).toEqual({ at: later(T0, 4), by: BUYER });
});

test.each(['paid', 'scheduled'] as const)(
  'what a session has when its ticket is gone in %s goes back',
  (state) => {
    const gone = step(sessionIn(state), intentOf('ticket_gone'));
    expect(gone).toMatchObject({ state: 'cancelled', slot: null, payments: [{ refundDueMinor: 116_000 }] });
  },
);

const FACT: PaymentFact = {
  paymentId: 'pi_1',
  capturedMinor: 116_000,
  currency: 'MXN',
  refundedMinor: 0,
  failedMinor: 0,
  dispute: 'none',
  disputedMinor: 0,
};

test('the same word of the provider, however often it is read, adds nothing the second time', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          paymentId: fc.constantFrom('pi_1', 'pi_2'),
          capturedMinor: fc.constant(116_000),
          currency: fc.constant('MXN'),
          refundedMinor: fc.constantFrom(0, 58_000, 116_000),
          failedMinor: fc.constantFrom(0, 58_000, 232_000),
          dispute: fc.constantFrom('none' as const, 'open' as const, 'won' as const, 'lost' as const),
          disputedMinor: fc.constantFrom(0, 58_000, 116_000),
        }),
      ),
      (facts) => {
        let session = sessionIn('checkout');
        for (const fact of facts) {
          for (const intent of reconcile(session, [fact])) session = step(session, intent);
          const settled = session.version;
          for (const intent of reconcile(session, [fact])) session = step(session, intent);
          expect(session.version).toBe(settled);
        }
      },
    ),
  );
});

test('a dispute that the bank decides for the client leaves nothing to refund', () => {
  const refundOwed = step(sessionIn('paid'), intentOf('cancelled'));
  const lost = reconcile(refundOwed, [{ ...FACT, dispute: 'lost', disputedMinor: 116_000 }]).reduce(
    (session, intent) => step(session, intent),
    refundOwed,
  );
  expect(lost.payments[0]).toMatchObject({ lostMinor: 116_000, refundDueMinor: 0 });
});

/** Cancelled, and its refund on record. */
function refunded(by: Actor = SYSTEM): RemoteSession {
  const owed = step(sessionIn('paid'), intentOf('cancelled'));
  return step(owed, intentOf('refunded'), { actor: by });
}

function hear(session: RemoteSession, fact: Partial<PaymentFact>): RemoteSession {
  return reconcile(session, [{ ...FACT, ...fact }]).reduce((now, intent) => step(now, intent), session);
}

test('a refund that the bank does not accept days later is owed again, until another one arrives', () => {
  const failed = hear(refunded(), { failedMinor: 116_000 });
  expect(failed.payments).toMatchObject([{ refundedMinor: 0, refundDueMinor: 116_000 }]);
  expect(dutiesOf(failed)).toContain('refund');
  const again = hear(failed, { failedMinor: 116_000, refundedMinor: 116_000 });
  expect(again.payments).toMatchObject([{ refundedMinor: 116_000, refundDueMinor: 0 }]);
  expect(dutiesOf(again)).not.toContain('refund');
});

test('less than is on record proves no failure, and what a person sent by hand is not sent again', () => {
  const known = refunded();
  expect(hear(known, { refundedMinor: 0 })).toBe(known);
  const byHand = refunded(SUPERVISOR);
  expect(hear(byHand, { failedMinor: 580_000 })).toBe(byHand);
  // Nor on a guess, where the record does not say who sent it.
  const older = { ...known.payments[0]! };
  delete older.byHandMinor;
  const before = { ...known, payments: [older] };
  expect(hear(before, { failedMinor: 116_000 })).toBe(before);
});

test('a failure that was replaced at the provider meanwhile says nothing new', () => {
  const known = refunded();
  expect(hear(known, { refundedMinor: 116_000, failedMinor: 116_000 })).toBe(known);
});
