import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { ClosingInstant } from '../../../ui/deadline/closing-instant';
import { durationText } from '../../../ui/format/duration-text';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Timer } from '../queue/timer';
import { FactGroup, Facts } from './fact';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';

/** Our own clock: what runs, what was met; and when the ticket closes by itself. */
export function TargetFacts({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, internal, autoCloseAt, status } = ticket;
  const running = [
    ['first_attention', internal?.targets.firstAttention ?? null],
    ['next_reply', internal?.targets.nextReply ?? null],
  ] as const;
  const runs = running.some(([, target]) => target !== null);
  return (
    <FactGroup title={t('ticket.targets')} action={<Timer ticket={ticket} />}>
      {!runs && status !== 'closed' && (
        <Text size="sm">
          {t(status === 'waiting_client' ? 'ticket.targets.paused' : 'ticket.targets.none')}
        </Text>
      )}
      <Facts
        pairs={running.map(([name, target]) => [
          t(`ticket.targets.${name}`),
          target && <Instant at={target.dueAt} />,
        ])}
      />
      {internal?.outcomes.map(({ target, met, businessMinutes, dueAt }) => (
        <div key={`${target}-${dueAt}`} className={classes['item']}>
          <Text size="sm">{t(`ticket.targets.${target}`)}</Text>
          <ToneBadge tone={met ? 'success' : 'danger'} icon={met ? IconCircleCheck : IconCircleX}>
            {t(met ? 'ticket.targets.met' : 'ticket.targets.missed', { time: durationText(businessMinutes) })}
          </ToneBadge>
        </div>
      ))}
      {autoCloseAt !== null && (
        <div className={classes['item']}>
          <Text size="sm" fw={600}>
            {t('ticket.closesAt')}
          </Text>
          <ClosingInstant folio={folio} at={autoCloseAt} />
        </div>
      )}
    </FactGroup>
  );
}
