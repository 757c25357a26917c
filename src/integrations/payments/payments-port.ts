import type { Instant } from '../../domain/instant';
import type { PaymentFact } from '../../domain/session/reconcile';

export interface CheckoutOrder {
  sessionId: string;
  folio: string;
  /** Minor units, VAT included. */
  amountMinor: number;
  currency: string;
  /** Shown on the page. */
  title: string;
  expiresAt: Instant;
  /** Where the browser goes afterwards; it proves nothing. */
  returnUrl: string;
  idempotencyKey: string;
}

export interface OpenedCheckout {
  checkoutId: string;
  url: string;
  expiresAt: Instant;
}

export interface CheckoutReading {
  status: 'open' | 'complete' | 'expired';
  payment: PaymentFact | null;
}

/** What the provider's news is about; nothing else of it is believed. */
export interface PaymentNews {
  eventId: string;
  type: string;
  sessionId: string | null;
  checkoutId: string | null;
  paymentId: string | null;
  /** A card was refused; the page stays open. */
  refused: boolean;
}

/** News that the provider did not sign, or signed too long ago. */
export class UnsignedNewsError extends Error {
  constructor() {
    super('The signature does not fit');
    this.name = 'UnsignedNewsError';
  }
}

/** A provider of payments. Every call may be repeated: what carries a key happens once. */
export interface PaymentsPort {
  /** Names it in the address of its news. */
  readonly provider: string;
  /** The least that it takes, by currency; minor units. A currency that is not named has no limit. */
  readonly leastMinor: Readonly<Record<string, number>>;
  openCheckout(order: CheckoutOrder): Promise<OpenedCheckout>;
  readCheckout(checkoutId: string): Promise<CheckoutReading>;
  /** Shuts an open page; one that is complete or expired stays as it is. */
  expireCheckout(checkoutId: string): Promise<void>;
  refund(order: {
    paymentId: string;
    amountMinor: number;
    idempotencyKey: string;
  }): Promise<{ refundId: string }>;
  /** @throws UnsignedNewsError */
  verify(body: Buffer, signature: string | undefined): PaymentNews;
}
