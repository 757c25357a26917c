import type { Instant } from '../instant';
import { vatWithin } from '../policy/remote-session-policy';
import { keptPayment, type PaymentMethod, type RemoteSession } from './session';

/** An amount and the VAT that it contains; minor units. */
export interface Amount {
  amount: number;
  net: number;
  vat: number;
  /** 0.16 means 16 %. */
  vatRate: number;
  currency: string;
}

/** What the client has paid for a session and what came back of it. Not an invoice: that is the CFDI. */
export interface Receipt extends Amount {
  number: string;
  paymentId: string;
  method: PaymentMethod;
  paidAt: Instant;
  refunded: number;
  refundDue: number;
}

/** @param amount minor units, VAT included @param vatRate 0.16 means 16 % */
export function amountOf(amount: number, currency: string, vatRate: number): Amount {
  const vat = vatWithin(amount, vatRate);
  return { amount, net: amount - vat, vat, vatRate, currency };
}

/** Of the payment that pays the session; null until there is one. */
export function receiptOf(session: RemoteSession): Receipt | null {
  const payment = keptPayment(session);
  if (!payment) return null;
  return {
    number: session.id.replace('session-', 'R-'),
    paymentId: payment.id,
    method: payment.method,
    paidAt: payment.capturedAt,
    refunded: payment.refundedMinor,
    refundDue: payment.refundDueMinor,
    ...amountOf(payment.capturedMinor, payment.currency.toUpperCase(), session.conditions.vatRate),
  };
}
