import { startHttpDouble, type DoubleAnswer, type DoubleRequest, type HttpDouble } from './http-double';
import { PAGE_HEADERS } from './html-page';
import type { LocalCheckout } from './local-checkout';
import { noMischief, type Mischief } from './mischief';
import { PaymentBook } from './payment-book';
import { answerPaymentDesk } from './payment-desk';
import { PaymentNews, type NewsReceiver, type SignedNews } from './payment-news';
import { paymentPage } from './payment-page';
import { StripeApi } from './stripe-api';

export interface PaymentDoubleOptions extends NewsReceiver {
  port?: number;
  /** Where payments are kept, and the answers that were given to them; left out: in memory. */
  files?: { payments: string; answers: string };
}

export interface PaymentDouble {
  url: string;
  checkouts: ReadonlyMap<string, LocalCheckout>;
  mischief: Mischief;
  /** Requests by method and path, for tests. */
  calls: string[];
  /** What the button of the page does. @returns id of the payment */
  pay(checkoutId: string): Promise<string>;
  refuse(checkoutId: string): Promise<void>;
  dispute(checkoutId: string, status: NonNullable<LocalCheckout['dispute']>): Promise<void>;
  /** The bank does not accept what was sent back. */
  failRefund(checkoutId: string): Promise<void>;
  /** Signed news in the provider's form: the body and its header. */
  news(type: string, object: object, eventId?: string): SignedNews;
  close(): Promise<void>;
}

/** Payments without a provider: the few calls of Stripe's API that the service makes, a page to pay on, signed news. */
export async function startPaymentDouble(options: PaymentDoubleOptions): Promise<PaymentDouble> {
  const news = new PaymentNews(options);
  const { payments = null, answers = null } = options.files ?? {};
  const book = new PaymentBook(news, (checkoutId) => `${server.url}/pagar/${checkoutId}`, payments);
  const mischief = noMischief();
  const api = new StripeApi(book, mischief, answers);
  const server: HttpDouble = await startHttpDouble(async (request) => {
    const page = /^\/pagar\/(cs_[0-9a-f]+)$/.exec(request.path);
    if (page) return await answerPage(book, page[1]!, request);
    return answerPaymentDesk(book, mischief, request) ?? (await api.answer(request));
  }, options.port);
  return {
    url: server.url,
    checkouts: book.checkouts,
    mischief,
    calls: api.calls,
    pay: (checkoutId) => Promise.resolve(book.pay(checkoutId)),
    refuse: (checkoutId) => book.refuse(checkoutId),
    dispute: (checkoutId, status) => book.dispute(checkoutId, status),
    failRefund: (checkoutId) => book.failRefund(checkoutId),
    news: (type, object, eventId) => news.sign(type, object, eventId),
    close: () => server.close(),
  };
}

async function answerPage(
  book: PaymentBook,
  checkoutId: string,
  { method, body }: DoubleRequest,
): Promise<DoubleAnswer> {
  const checkout = book.checkouts.get(checkoutId);
  if (!checkout) return { status: 404, body: 'No existe esta página de pago.' };
  if (method === 'POST' && checkout.status === 'open') {
    if (new URLSearchParams(body).get('tarjeta') !== 'rechazada') {
      book.pay(checkoutId);
      return { status: 303, headers: { location: checkout.returnUrl } };
    }
    await book.refuse(checkoutId);
  }
  return {
    status: 200,
    body: paymentPage(checkout),
    headers: PAGE_HEADERS,
  };
}
