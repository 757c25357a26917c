import { localeOf, type Language } from '../i18n/language';

/** Minor units with the currency's code: "$1,160.00 MXN". */
export function moneyText(amountMinor: number, currency: string, language: Language = 'es'): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return `${format.format(amountMinor / 10 ** maximumFractionDigits)} ${currency.toUpperCase()}`;
}
