import { Button, Text, VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FactGroup } from './fact';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';

const POINTS = [
  'nature',
  'priorityConfirmed',
  'contactConfirmed',
  'historyReviewed',
  'possibleSolutions',
  'responsibilities',
] as const;

/** The six points of the first attention, and which are settled. */
export function AttentionFacts({
  ticket,
  onAttend,
}: {
  ticket: Ticket;
  onAttend?: () => void;
}): ReactElement {
  const { t, language } = useMessages(MESSAGES);
  const { attention, estimatedAt } = ticket;
  return (
    <FactGroup
      title={t('ticket.attention')}
      action={
        onAttend && (
          <Button size="compact-sm" variant="subtle" aria-label={t('ticket.attend')} onClick={onAttend}>
            {t('ticket.attend.record')}
          </Button>
        )
      }
    >
      <ul className={classes['checklist']}>
        {POINTS.map((point) => {
          const done = isSettled(attention?.[point]);
          const Sign = done ? IconCircleCheckFilled : IconCircle;
          return (
            <li key={point} data-done={done || undefined}>
              <Sign size="1.1em" aria-hidden />
              <span>{t(`ticket.attention.${point}`)}</span>
              <VisuallyHidden>
                {t(done ? 'ticket.attention.done' : 'ticket.attention.pending')}
              </VisuallyHidden>
            </li>
          );
        })}
      </ul>
      {estimatedAt !== null && (
        <Text size="sm" mt={4}>
          {t('ticket.attention.estimated', { at: instantText(estimatedAt, language) })}
        </Text>
      )}
    </FactGroup>
  );
}

function isSettled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' ? value.trim() !== '' : value === true;
}
