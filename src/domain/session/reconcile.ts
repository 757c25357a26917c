import type { SessionIntent } from './events';
import type { Payment, RemoteSession } from './session';

/** What the provider says of one capture, whenever it is asked. Minor units. */
export interface PaymentFact {
  paymentId: string;
  capturedMinor: number;
  currency: string;
  refundedMinor: number;
  /** Refunds that the bank did not accept after all, all of them together: it only grows. */
  failedMinor: number;
  dispute: 'none' | 'open' | 'won' | 'lost';
  disputedMinor: number;
}

/**
 * What the provider's present word adds to what is on record. Total sums, not steps, are compared, so that news that
 * comes twice, late or out of order adds nothing wrong.
 */
export function reconcile(session: RemoteSession, facts: readonly PaymentFact[]): SessionIntent[] {
  return facts.flatMap((fact) => {
    const known = session.payments.find(({ id }) => id === fact.paymentId);
    return [
      ...(known ? [] : [captured(fact)]),
      ...refunds(fact, known),
      ...disputes(fact, known?.dispute ?? 'none'),
    ];
  });
}

function captured({ paymentId, capturedMinor, currency }: PaymentFact): SessionIntent {
  return {
    name: 'captured',
    data: {
      paymentId,
      method: 'card',
      amountMinor: capturedMinor,
      currency,
      reference: null,
      attachmentId: null,
      kept: false,
    },
  };
}

/** What the provider sent back since, or what it had sent and the bank did not accept; less alone proves nothing. */
function refunds({ paymentId, ...fact }: PaymentFact, known: Payment | undefined): SessionIntent[] {
  const total = fact.refundedMinor + (known?.byHandMinor ?? 0);
  const missing = (known?.refundedMinor ?? 0) - total;
  if (missing < 0) {
    const data = { paymentId, refundId: 'provider', amountMinor: 0, totalMinor: total };
    return [{ name: 'refunded', data }];
  }
  const failed = fact.failedMinor - (known?.failedMinor ?? 0);
  const amountMinor = Math.min(missing, failed);
  if (amountMinor <= 0) return [];
  return [{ name: 'refund_failed', data: { paymentId, amountMinor, totalMinor: fact.failedMinor } }];
}

function disputes(
  { paymentId, dispute, disputedMinor }: PaymentFact,
  known: PaymentFact['dispute'],
): SessionIntent[] {
  if (dispute === known || dispute === 'none') return [];
  const opened: SessionIntent = { name: 'disputed', data: { paymentId } };
  const settled: SessionIntent = {
    name: 'dispute_settled',
    data: { paymentId, won: dispute === 'won', amountMinor: disputedMinor },
  };
  if (dispute === 'open') return [opened];
  return known === 'open' ? [settled] : [opened, settled];
}
