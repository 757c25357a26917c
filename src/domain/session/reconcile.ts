import type { SessionIntent } from './events';
import type { RemoteSession } from './session';

/** What the provider says of one capture, whenever it is asked. Minor units. */
export interface PaymentFact {
  paymentId: string;
  capturedMinor: number;
  currency: string;
  refundedMinor: number;
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
      ...(fact.refundedMinor > (known?.refundedMinor ?? 0) ? [refunded(fact)] : []),
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

function refunded({ paymentId, refundedMinor }: PaymentFact): SessionIntent {
  return {
    name: 'refunded',
    data: { paymentId, refundId: 'provider', amountMinor: 0, totalMinor: refundedMinor },
  };
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
