import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { Instant } from '../../../ui/format/instant';
import { Money } from '../../../ui/format/money';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FactGroup, Facts } from './fact';
import { MESSAGES } from './messages';

/** The hand-over to consulting, and what they answered. */
export function ReferralFacts({
  ticket: { referral },
  onUpdate,
}: {
  ticket: Ticket;
  onUpdate?: () => void;
}): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  if (referral === null) return null;
  const { at, reference, cost } = referral;
  return (
    <FactGroup
      title={t('ticket.referral')}
      action={
        onUpdate && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('ticket.referral.update')}
            onClick={onUpdate}
          >
            {t('ticket.attend.record')}
          </Button>
        )
      }
    >
      <Facts
        pairs={[
          [t('ticket.referral.at'), <Instant key="at" at={at} short />],
          [t('ticket.referral.reference'), reference ?? t('ticket.referral.pending')],
          [
            t('ticket.referral.cost'),
            cost && <Money key="cost" amountMinor={cost.amount} currency={cost.currency} plain />,
          ],
        ]}
      />
    </FactGroup>
  );
}
