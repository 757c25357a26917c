import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Amounts } from './amounts';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import type { Receipt } from './remote-session';
import classes from './session.module.css';

/** What was paid, and what of it goes back. */
export function ReceiptPanel({ receipt }: { receipt: Receipt }): ReactElement {
  const { t, language } = useMessages(SESSION_PAGE);
  const { number, method, paidAt, currency, refunded, refundDue } = receipt;
  return (
    <Panel title={t('remoteSession.receipt')}>
      <dl className={classes['facts']}>
        <dt>{t('remoteSession.receipt.number')}</dt>
        <dd>{number}</dd>
        <dt>{t('remoteSession.receipt.paidAt')}</dt>
        <dd>
          <Instant at={paidAt} />
        </dd>
        <dt>{t('remoteSession.receipt.method')}</dt>
        <dd>{t(`remoteSession.receipt.${method}`)}</dd>
        {refunded > 0 && (
          <>
            <dt>{t('remoteSession.receipt.refunded')}</dt>
            <dd>{moneyText(refunded, currency, language)}</dd>
          </>
        )}
        {refundDue > 0 && (
          <>
            <dt>{t('remoteSession.receipt.refundDue')}</dt>
            <dd>{moneyText(refundDue, currency, language)}</dd>
          </>
        )}
      </dl>
      <Amounts {...receipt} />
      <div className={classes['noPrint']}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('remoteSession.receipt.print')}
        </Button>
      </div>
    </Panel>
  );
}
