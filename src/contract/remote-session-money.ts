import { z } from 'zod';
import { instant, line } from './fields';

/** Minor units (centavos), VAT included. */
export const minor = z.number().int();

export const quote = z
  .strictObject({
    /** Minor units, VAT included. */
    amount: minor,
    net: minor,
    vat: minor,
    /** 0.16 means 16 %. */
    vatRate: z.number(),
    currency: z.string(),
    terms: z.string(),
    termsVersion: z.number().int(),
    validUntil: instant,
    cancellation: z.strictObject({ freeUntilHours: z.number(), lateRefundPercent: z.number() }),
    maxMinutes: z.number(),
  })
  .meta({ id: 'SessionQuote' });

export const payment = z
  .strictObject({
    id: z.string(),
    method: z.enum(['card', 'transfer']),
    captured: minor,
    refunded: minor,
    refundDue: minor,
    currency: z.string(),
    at: instant,
    /** Whether it pays the session; a second, late or wrong one goes back in full. */
    kept: z.boolean(),
    dispute: z.enum(['none', 'open', 'won', 'lost']),
  })
  .meta({ id: 'SessionPayment' });

export const ledgerEntry = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['captured', 'refunded', 'refund_failed', 'disputed', 'dispute_settled']),
    paymentId: z.string(),
    amount: minor,
    currency: z.string().nullable(),
    kept: z.boolean().nullable(),
    reference: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'LedgerEntry' });

export const receipt = z
  .strictObject({
    number: z.string(),
    paymentId: z.string(),
    method: z.enum(['card', 'transfer']),
    paidAt: instant,
    /** Minor units; `amount` is `net` and `vat`. */
    amount: minor,
    net: minor,
    vat: minor,
    vatRate: z.number(),
    currency: z.string(),
    refunded: minor,
    refundDue: minor,
  })
  .meta({ id: 'SessionReceipt' });

/** What a CFDI needs to know of the customer. */
export const invoiceData = z.strictObject({
  /** Registro Federal de Contribuyentes: 12 characters for companies, 13 for persons. */
  rfc: z.string().regex(/^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3}$/),
  legalName: line(254),
  postalCode: z.string().regex(/^[0-9]{5}$/),
  /** Key of c_RegimenFiscal. */
  taxRegime: z.string().regex(/^6[0-9]{2}$/),
  /** Key of c_UsoCFDI. */
  cfdiUse: z.string().regex(/^(G0[1-3]|I0[1-8]|D(0[1-9]|10)|S01|CP01|CN01)$/),
});
