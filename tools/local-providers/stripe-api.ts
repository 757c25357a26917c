import type { DoubleAnswer, DoubleRequest } from './http-double';
import { KeptMap } from './kept-map';
import { misbehaving, type Mischief } from './mischief';
import type { PaymentBook } from './payment-book';
import { checkoutObject, disputeList, token } from './stripe-objects';

/** The few calls of Stripe's API that the service makes; a key that was used before is answered as then. */
export class StripeApi {
  /** Requests by method and path, for tests. */
  readonly calls: string[] = [];
  private readonly remembered: KeptMap<DoubleAnswer>;

  constructor(
    private readonly book: PaymentBook,
    private readonly mischief: Mischief,
    file: string | null,
  ) {
    this.remembered = new KeptMap(file);
  }

  async answer(request: DoubleRequest): Promise<DoubleAnswer> {
    const { method, path } = request;
    this.calls.push(`${method} ${path}`);
    const wrongs = {
      failure: problem(500, 'api_error'),
      garbage: { status: 200, body: '<html>nothing of the kind</html>' },
      mayLose: method === 'POST',
      mayDie: true,
    };
    return await misbehaving(this.mischief, wrongs, () => this.once(request));
  }

  private once(request: DoubleRequest): DoubleAnswer {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string') return this.work(request);
    const answer = this.remembered.get(key) ?? this.work(request);
    this.remembered.set(key, answer);
    this.remembered.keep();
    return answer;
  }

  private work({ method, path, query, body }: DoubleRequest): DoubleAnswer {
    const form = new URLSearchParams(body);
    if (method === 'POST' && path === '/v1/checkout/sessions')
      return { status: 200, body: checkoutObject(this.book.open(form)) };
    const page = /^\/v1\/checkout\/sessions\/([^/]+?)(\/expire)?$/.exec(path);
    if (page) return this.show(page[1]!, page[2] !== undefined);
    if (method === 'POST' && path === '/v1/refunds') return this.refund(form);
    if (path === '/v1/disputes')
      return { status: 200, body: disputeList(this.book.byIntent(query.get('payment_intent'))) };
    return problem(404, 'resource_missing');
  }

  private show(checkoutId: string, expires: boolean): DoubleAnswer {
    const checkout = this.book.checkouts.get(checkoutId);
    if (!checkout) return problem(404, 'resource_missing');
    if (expires) {
      if (checkout.status !== 'open') return problem(400, 'checkout_session_not_open');
      this.book.expire(checkout);
    }
    return { status: 200, body: checkoutObject(checkout, true) };
  }

  private refund(form: URLSearchParams): DoubleAnswer {
    const checkout = this.book.byIntent(form.get('payment_intent'));
    const amount = Number(form.get('amount'));
    if (!checkout) return problem(404, 'resource_missing');
    if (checkout.dispute === 'needs_response') return problem(400, 'charge_disputed');
    if (checkout.refundedMinor + amount > checkout.amountMinor)
      return problem(400, 'charge_already_refunded');
    this.book.refund(checkout, amount);
    return { status: 200, body: { id: `re_${token()}`, object: 'refund', amount, status: 'succeeded' } };
  }
}

function problem(status: number, code: string): DoubleAnswer {
  return { status, body: { error: { type: 'api_error', code, message: code } } };
}
