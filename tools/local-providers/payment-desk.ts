import type { DoubleAnswer, DoubleRequest } from './http-double';
import { buttonsForm, escapeHtml, htmlPage, PAGE_HEADERS } from './html-page';
import type { LocalCheckout } from './local-checkout';
import type { Mischief } from './mischief';
import { MISCHIEF_PATH, mischiefForm, setMischief } from './mischief-form';
import type { PaymentBook } from './payment-book';
import { amountText } from './payment-page';

/** What the client's bank may do with a payment. */
const BANK = {
  disputa: (book, id) => book.dispute(id, 'needs_response'),
  gana: (book, id) => book.dispute(id, 'won'),
  pierde: (book, id) => book.dispute(id, 'lost'),
  devuelve: (book, id) => book.failRefund(id),
} satisfies Record<string, (book: PaymentBook, checkoutId: string) => Promise<void>>;

/** The provider's own desk: every payment page, what the bank does with its money, and how the provider fails. */
export function answerPaymentDesk(
  book: PaymentBook,
  mischief: Mischief,
  { method, path, body }: DoubleRequest,
): DoubleAnswer | null {
  if (method === 'GET' && path === '/')
    return { status: 200, body: desk(book, mischief), headers: PAGE_HEADERS };
  if (method !== 'POST') return null;
  if (path === MISCHIEF_PATH) setMischief(mischief, body);
  else {
    const checkoutId = /^\/pagos\/(cs_[0-9a-f]+)$/.exec(path)?.[1];
    if (checkoutId === undefined || !book.checkouts.has(checkoutId)) return null;
    const step = new URLSearchParams(body).get('banco');
    // The news go on by themselves; a service that is away must not hold the page up.
    if (step !== null && step in BANK) void BANK[step as keyof typeof BANK](book, checkoutId);
  }
  return { status: 303, headers: { location: '/' } };
}

function desk({ checkouts }: PaymentBook, mischief: Mischief): string {
  const items = [...checkouts.values()].reverse().map((checkout) => `<li>${entry(checkout)}</li>`);
  const list = items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>Todavía no hay pagos.</p>';
  return htmlPage('Proveedor de pagos de prueba', `${list}${mischiefForm(mischief)}`);
}

function entry(checkout: LocalCheckout): string {
  const { id, url, title, status, refundedMinor, failedMinor, currency, dispute } = checkout;
  const amount = (minor: number): string => escapeHtml(amountText({ amountMinor: minor, currency }));
  const facts = [
    STATUS[status],
    ...(refundedMinor > 0 ? [`devuelto: ${amount(refundedMinor)}`] : []),
    ...(failedMinor > 0 ? [`rechazado por el banco: ${amount(failedMinor)}`] : []),
    ...(dispute ? [DISPUTE[dispute]] : []),
  ];
  const choices: (readonly [keyof typeof BANK, string])[] = [
    ...(status === 'complete' && dispute === null
      ? [['disputa', 'El cliente disputa el cargo'] as const]
      : []),
    ...(dispute === 'needs_response'
      ? [['gana', 'Disputa a favor de e-Optics'] as const, ['pierde', 'Disputa a favor del cliente'] as const]
      : []),
    ...(refundedMinor > 0 ? [['devuelve', 'El banco no acepta el reembolso'] as const] : []),
  ];
  return `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>, ${escapeHtml(amountText(checkout))}<br>${facts.join(' · ')}${
    choices.length > 0 ? buttonsForm(`/pagos/${id}`, 'banco', choices) : ''
  }`;
}

const STATUS = { open: 'por pagar', complete: 'pagado', expired: 'vencido' };
const DISPUTE = { needs_response: 'en disputa', won: 'disputa ganada', lost: 'disputa perdida' };
