/** A payment page of the double, and what became of it. */
export interface LocalCheckout {
  id: string;
  url: string;
  sessionId: string;
  status: 'open' | 'complete' | 'expired';
  amountMinor: number;
  currency: string;
  title: string;
  expiresAtS: number;
  returnUrl: string;
  intentId: string | null;
  refundedMinor: number;
  /** Refunds that the bank sent back, in all. */
  failedMinor: number;
  dispute: 'needs_response' | 'won' | 'lost' | null;
}
