import { KeptMap } from './kept-map';
import type { LocalCheckout } from './local-checkout';
import type { PaymentNews } from './payment-news';
import { checkoutObject, token } from './stripe-objects';

/** The pages that were opened to pay on and what becomes of their money, each step with its news. */
export class PaymentBook {
  readonly checkouts: KeptMap<LocalCheckout>;

  /**
   * @param urlOf where a page is shown
   * @param file where it is kept; null for as long as the process lasts
   */
  constructor(
    private readonly news: PaymentNews,
    private readonly urlOf: (checkoutId: string) => string,
    file: string | null,
  ) {
    this.checkouts = new KeptMap(file);
  }

  /** @param form what Stripe is sent to open a page */
  open(form: URLSearchParams): LocalCheckout {
    const id = `cs_${token()}`;
    const checkout: LocalCheckout = {
      id,
      url: this.urlOf(id),
      sessionId: form.get('metadata[session_id]') ?? '',
      status: 'open',
      amountMinor: Number(form.get('line_items[0][price_data][unit_amount]')),
      currency: form.get('line_items[0][price_data][currency]') ?? 'mxn',
      title: form.get('line_items[0][price_data][product_data][name]') ?? '',
      expiresAtS: Number(form.get('expires_at')),
      returnUrl: form.get('success_url') ?? '',
      intentId: null,
      refundedMinor: 0,
      failedMinor: 0,
      dispute: null,
    };
    this.checkouts.set(id, checkout);
    this.checkouts.keep();
    return checkout;
  }

  byIntent(intentId: string | null): LocalCheckout | undefined {
    if (intentId === null) return undefined;
    return [...this.checkouts.values()].find((checkout) => checkout.intentId === intentId);
  }

  expire(checkout: LocalCheckout): void {
    checkout.status = 'expired';
    this.checkouts.keep();
    void this.news.tell('checkout.session.expired', checkoutObject(checkout));
  }

  /** @returns id of the payment */
  pay(checkoutId: string): string {
    const checkout = this.known(checkoutId);
    if (checkout.status !== 'open') throw new Error('The page is not open');
    const intentId = `pi_${token()}`;
    checkout.status = 'complete';
    checkout.intentId = intentId;
    this.checkouts.keep();
    void this.news.tell('checkout.session.completed', checkoutObject(checkout));
    return intentId;
  }

  async refuse(checkoutId: string): Promise<void> {
    const { sessionId } = this.known(checkoutId);
    await this.news.tell('payment_intent.payment_failed', {
      id: `pi_${token()}`,
      object: 'payment_intent',
      metadata: { session_id: sessionId },
    });
  }

  refund(checkout: LocalCheckout, amountMinor: number): void {
    checkout.refundedMinor += amountMinor;
    this.checkouts.keep();
    void this.news.tell('charge.refunded', {
      id: `ch_${checkout.id}`,
      object: 'charge',
      payment_intent: checkout.intentId,
    });
  }

  async failRefund(checkoutId: string): Promise<void> {
    const checkout = this.known(checkoutId);
    checkout.failedMinor += checkout.refundedMinor;
    checkout.refundedMinor = 0;
    this.checkouts.keep();
    await this.news.tell('refund.failed', {
      id: `re_${checkoutId}`,
      object: 'refund',
      status: 'failed',
      payment_intent: checkout.intentId,
    });
  }

  async dispute(checkoutId: string, status: NonNullable<LocalCheckout['dispute']>): Promise<void> {
    const checkout = this.known(checkoutId);
    checkout.dispute = status;
    this.checkouts.keep();
    await this.news.tell(status === 'needs_response' ? 'charge.dispute.created' : 'charge.dispute.closed', {
      id: `dp_${checkoutId}`,
      object: 'dispute',
      payment_intent: checkout.intentId,
    });
  }

  private known(checkoutId: string): LocalCheckout {
    const checkout = this.checkouts.get(checkoutId);
    if (!checkout) throw new Error(`No checkout ${checkoutId}`);
    return checkout;
  }
}
