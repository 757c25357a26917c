import { Button, Loader, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Money } from '../../../ui/format/money';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import { lastOf } from './last-of';
import { Panel } from './panel';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';
import { Until } from './until';

const REFUSED = { after: ['payment_refused'], until: ['checkout_opened', 'captured'] } as const;

/** A payment under way: its page, or that it is being opened or shut. */
export function PaymentPanel({ session }: { session: RemoteSession }): ReactElement {
  const { t } = useMessages(SESSION_PAGE);
  const { situation, checkout, quote, instants } = session;
  const url = situation === 'awaiting_payment' ? (checkout?.url ?? null) : null;
  const waiting = situation === 'cancelling' || situation === 'closing_payment_page' ? situation : 'opening';
  return (
    <Panel lead title={t('remoteSession.payment')}>
      {quote !== null && (
        <Text className={classes['price'] ?? ''}>
          <Money amountMinor={quote.amount} currency={quote.currency} />
        </Text>
      )}
      {url === null ? (
        <Text role="status" className={classes['secret'] ?? ''}>
          <Loader size="xs" aria-hidden />
          {t(`remoteSession.payment.${waiting}`)}
        </Text>
      ) : (
        <>
          {lastOf(session, REFUSED) && (
            <Text role="status" fw={600} c="var(--tone-danger)">
              {t('remoteSession.payment.refused')}
            </Text>
          )}
          <Text>{t('remoteSession.payment.body')}</Text>
          <Until at={instants.paymentPageExpiresAt} label={t('remoteSession.payment.until')} />
          <div>
            <Button component="a" href={url} rightSection={<IconExternalLink size={18} aria-hidden />}>
              {t('remoteSession.payment.go')}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}
