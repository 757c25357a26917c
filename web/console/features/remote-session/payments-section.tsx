import { Button, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { DataTable } from '../../parts/data-table';
import { SESSIONS_MESSAGES } from './messages';
import { RefundDialog } from './refund-dialog';
import type { RemoteSession } from './use-sessions';

/** What came in for a session and what goes back; a transfer is sent back by hand. */
export function PaymentsSection({
  session: { id, payments },
}: {
  session: RemoteSession;
}): ReactElement | null {
  const { t, language } = useMessages(SESSIONS_MESSAGES);
  const supervises = useViewer().role !== 'agent';
  const [refunded, setRefunded] = useState<string | null>(null);
  const chosen = payments.find((payment) => payment.id === refunded);
  if (payments.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('sessions.payments')}
      </Title>
      <DataTable
        caption={t('sessions.payments')}
        rows={payments}
        rowKey={(payment) => payment.id}
        columns={[
          { header: t('sessions.payment'), cell: ({ method }) => t(`sessions.payment.${method}`) },
          { header: t('sessions.payment.at'), cell: ({ at }) => <Instant short at={at} /> },
          {
            header: t('sessions.payment.captured'),
            numeric: true,
            cell: ({ captured, currency }) => moneyText(captured, currency, language),
          },
          {
            header: t('sessions.payment.refunded'),
            numeric: true,
            cell: ({ refunded: back, currency }) => moneyText(back, currency, language),
          },
          {
            header: t('sessions.payment.due'),
            numeric: true,
            cell: ({ refundDue, currency, method, id: paymentId }) => (
              <>
                {moneyText(refundDue, currency, language)}{' '}
                {supervises && method === 'transfer' && refundDue > 0 && (
                  <Button size="compact-md" onClick={() => setRefunded(paymentId)}>
                    {t('sessions.refund')}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {chosen && <RefundDialog id={id} payment={chosen} onClose={() => setRefunded(null)} />}
    </section>
  );
}
