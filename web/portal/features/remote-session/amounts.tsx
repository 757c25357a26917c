import type { ReactElement } from 'react';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import classes from './session.module.css';

/** An amount and the tax in it; minor units, `vatRate` 0.16 for 16 %. */
export function Amounts({
  net,
  vat,
  vatRate,
  amount,
  currency,
}: {
  net: number;
  vat: number;
  vatRate: number;
  amount: number;
  currency: string;
}): ReactElement {
  const { t, language } = useMessages(SESSION_PAGE);
  const money = (minor: number): string => moneyText(minor, currency, language);
  return (
    <dl className={`${classes['facts'] ?? ''} ${classes['amounts'] ?? ''}`}>
      <dt>{t('remoteSession.net')}</dt>
      <dd>{money(net)}</dd>
      <dt>{t('remoteSession.vat', { rate: Math.round(vatRate * 100) })}</dt>
      <dd>{money(vat)}</dd>
      <dt className={classes['total']}>{t('remoteSession.total')}</dt>
      <dd className={classes['total']}>{money(amount)}</dd>
    </dl>
  );
}
