import { escapeHtml, htmlPage } from './html-page';
import type { LocalCheckout } from './local-checkout';

/** The page of the local payment provider: no card is asked for, a button says how the payment ends. */
export function paymentPage(checkout: LocalCheckout): string {
  const { title, status } = checkout;
  return htmlPage(
    'Pago de prueba',
    `<p>${escapeHtml(title)}</p>
<p><strong>${escapeHtml(amountText(checkout))}</strong>, IVA incluido</p>
${status === 'open' ? FORM : `<p role="status">${status === 'complete' ? 'El pago ya se realizó.' : 'Esta página de pago venció.'}</p>`}`,
  );
}

const FORM = `<form method="post">
<p>Proveedor local: no se cobra nada.</p>
<button class="primary" name="tarjeta" value="aceptada">Pagar</button>
<button name="tarjeta" value="rechazada">Simular tarjeta rechazada</button>
</form>`;

/** As "$1,160.00 MXN". */
export function amountText({
  amountMinor,
  currency,
}: Pick<LocalCheckout, 'amountMinor' | 'currency'>): string {
  const code = currency.toUpperCase();
  const amount = new Intl.NumberFormat('es-MX', { style: 'currency', currency: code });
  return `${amount.format(amountMinor / 100)} ${code}`;
}
