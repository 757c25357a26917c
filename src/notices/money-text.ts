import type { Money } from '../domain/money';

/** "$1,160.00 MXN". */
export function moneyText({ amount, currency }: Money): string {
  const pesos = (amount / 100).toLocaleString('es-MX', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `$${pesos} ${currency}`;
}
