import { Button, Checkbox, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Money } from '../../../ui/format/money';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Amounts } from './amounts';
import { SESSION_PAGE } from './messages';
import { Panel } from './panel';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';
import { Until } from './until';
import { usePayment } from './use-payment';

/** What it costs and under which terms; paying accepts both. */
export function QuotePanel({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSION_PAGE);
  const [accepts, setAccepts] = useState(false);
  const [forgot, setForgot] = useState(false);
  const pay = usePayment(session);
  const { quote, actions } = session;
  if (quote === null) return null;
  return (
    <Panel lead title={t('remoteSession.quoted')}>
      <Text className={classes['price'] ?? ''}>
        <Money amountMinor={quote.amount} currency={quote.currency} />
      </Text>
      <Amounts {...quote} />
      <Until at={quote.validUntil} label={t('remoteSession.quoteValidUntil')} />
      <div>
        <Text fw={600} mb={4}>
          {t('remoteSession.terms')}
        </Text>
        <div className={classes['terms']}>{quote.terms}</div>
      </div>
      {actions.includes('pay') ? (
        <>
          <Checkbox
            checked={accepts}
            label={t('remoteSession.accept')}
            error={forgot && !accepts && t('remoteSession.accept.missing')}
            onChange={({ currentTarget }) => setAccepts(currentTarget.checked)}
          />
          {pay.error && <ProblemAlert problem={pay.error} />}
          <div>
            <Button
              loading={pay.isPending}
              onClick={() => {
                setForgot(!accepts);
                if (accepts) pay.mutate();
              }}
            >
              {t('remoteSession.pay')}
            </Button>
          </div>
          <Text size="sm" c="dimmed">
            {t('remoteSession.pay.hint')}
          </Text>
        </>
      ) : (
        <Text>{t('remoteSession.pay.closed')}</Text>
      )}
    </Panel>
  );
}
