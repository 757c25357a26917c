import { Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Instant } from '../../../ui/format/instant';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { SESSIONS_MESSAGES } from './messages';
import type { RemoteSession } from './use-sessions';

/** Every movement of money, also those long after the ticket has closed. */
export function LedgerSection({
  session: { ledger, quote },
}: {
  session: RemoteSession;
}): ReactElement | null {
  const { t, language } = useMessages(SESSIONS_MESSAGES);
  if (ledger === null || ledger.length === 0) return null;
  const own = quote?.currency ?? 'MXN';
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('sessions.ledger')}
      </Title>
      <DataTable
        caption={t('sessions.ledger')}
        rows={ledger}
        rowKey={({ id }) => id}
        columns={[
          {
            header: t('sessions.ledger.movement'),
            cell: ({ kind, kept }) =>
              t(
                kind === 'captured' && kept === false ? 'sessions.ledger.not_due' : `sessions.ledger.${kind}`,
              ),
          },
          { header: t('sessions.payment.at'), cell: ({ at }) => <Instant short at={at} /> },
          {
            header: t('sessions.ledger.amount'),
            numeric: true,
            cell: ({ amount, currency }) => moneyText(amount, (currency ?? own).toUpperCase(), language),
          },
          {
            header: t('sessions.ledger.reference'),
            cell: ({ paymentId, reference }) => (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {[...new Set([paymentId, ...(reference === null ? [] : [reference])])].join(' · ')}
              </Text>
            ),
          },
        ]}
      />
    </section>
  );
}
