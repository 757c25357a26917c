import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { moneyText } from './money-text';

/** "$1,160.00 MXN, IVA incluido"; `plain` without the tax, as for refunds. */
export function Money({
  amountMinor,
  currency,
  plain = false,
}: {
  amountMinor: number;
  currency: string;
  plain?: boolean;
}): ReactElement {
  const { t, language } = useMessages();
  const amount = moneyText(amountMinor, currency, language);
  return <>{plain ? amount : t('ui.money.vatIncluded', { amount })}</>;
}
