import type { LocalCheckout } from './local-checkout';

/** The page of the local payment provider: no card is asked for, a button says how the payment ends. */
export function paymentPage({ title, amountMinor, currency, status }: LocalCheckout): string {
  const amount = new Intl.NumberFormat('es-MX', {
    style: 'currency',
    currency: currency.toUpperCase(),
  }).format(amountMinor / 100);
  return `<!doctype html>
<html lang="es-MX">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pago de prueba</title>
<style>
body { font-family: system-ui, sans-serif; max-width: 28rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a }
button { font: inherit; padding: .7rem 1.2rem; margin: .5rem .5rem 0 0; border: 1px solid #1a5fb4; border-radius: .4rem; background: #fff; color: #1a5fb4 }
button.primary { background: #1a5fb4; color: #fff }
</style>
</head>
<body>
<main>
<h1>Pago de prueba</h1>
<p>${escapeHtml(title)}</p>
<p><strong>${escapeHtml(amount)} ${escapeHtml(currency.toUpperCase())}</strong>, IVA incluido</p>
${status === 'open' ? FORM : `<p role="status">${status === 'complete' ? 'El pago ya se realizó.' : 'Esta página de pago venció.'}</p>`}
</main>
</body>
</html>`;
}

const FORM = `<form method="post">
<p>Proveedor local: no se cobra nada.</p>
<button class="primary" name="tarjeta" value="aceptada">Pagar</button>
<button name="tarjeta" value="rechazada">Simular tarjeta rechazada</button>
</form>`;

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
