import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconCircleX, IconClock, IconPlayerPause } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { localeOf, type Language } from '../../../ui/i18n/language';
import { FactGroup } from './fact';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';

const LOOKS = {
  in_force: { tone: 'success', icon: IconCircleCheck },
  suspended: { tone: 'danger', icon: IconPlayerPause },
  not_begun: { tone: 'warning', icon: IconClock },
  ended: { tone: 'danger', icon: IconCircleX },
} as const;

/** The customer's contracts as they stand today, and the one that covered the ticket when it was registered. */
export function ContractFacts({ ticket }: { ticket: Ticket }): ReactElement {
  const { t, language } = useMessages(MESSAGES);
  const { id } = ticket.organization;
  const { data } = useQuery({
    queryKey: ['organizations', id],
    queryFn: async ({ signal }) =>
      (await api.GET('/organizations/{id}', { params: { path: { id } }, signal })).data ?? null,
  });
  const covered = coveringContract(ticket);
  return (
    <FactGroup title={t('ticket.contract')}>
      {data === undefined && <Skeleton height={40} />}
      {data?.contracts.length === 0 && <Text size="sm">{t('ticket.contract.none')}</Text>}
      {data?.contracts.map(({ number, plan, startsOn, endsOn, standing }) => (
        <div key={number} className={classes['item']}>
          <span className={classes['itemHead']}>
            <strong>{number}</strong>
            <ToneBadge {...LOOKS[standing]}>{t(`ticket.contract.${standing}`)}</ToneBadge>
          </span>
          <Text size="sm">
            {t('ticket.contract.line', {
              plan,
              from: dateText(startsOn, language),
              to: dateText(endsOn, language),
            })}
          </Text>
        </div>
      ))}
      {covered !== null && (
        <Text size="sm" c="dimmed">
          {t('ticket.contract.covered', { number: covered })}
        </Text>
      )}
    </FactGroup>
  );
}

function coveringContract({ internal }: Ticket): string | null {
  const contract = internal?.coverage['contract'];
  if (typeof contract !== 'object' || contract === null || !('number' in contract)) return null;
  return String(contract.number);
}

/** A day of the service's zone: no time, no shift. */
function dateText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}
