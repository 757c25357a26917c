import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Box } from './box';
import { TICKET_PAGE } from './messages';
import classes from './ticket.module.css';

const MILESTONES = [
  'registered',
  'categorized',
  'prioritized',
  'assigned',
  'firstAttention',
  'resolved',
] as const;

/** The official milestones, with when each was reached. */
export function Progress({ milestones }: Pick<Ticket, 'milestones'>): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  return (
    <Box title={t('ticket.progress')}>
      <ol className={classes['progress']}>
        {MILESTONES.map((name) => {
          const stamp = milestones[name];
          const Sign = stamp === null ? IconCircle : IconCircleCheckFilled;
          return (
            <li key={name} data-done={stamp !== null || undefined}>
              <Sign size={18} aria-hidden />
              <span>{t(`ui.milestone.${name}`)}</span>
              <span className={classes['when']}>
                {stamp === null ? t('ticket.progress.pending') : <Instant at={stamp.at} short />}
              </span>
            </li>
          );
        })}
      </ol>
    </Box>
  );
}
