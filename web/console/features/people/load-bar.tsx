import { Progress, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PEOPLE_MESSAGES } from './messages';
import classes from './people.module.css';

/** How many tickets somebody has of those that they take at most. */
export function LoadBar({ open, capacity }: { open: number; capacity: number }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const text = t('people.load.of', { open, capacity });
  return (
    <div className={classes['load']}>
      <Text size="sm" className={classes['tabular'] ?? ''}>
        {text}
      </Text>
      <Progress value={Math.min(100, (open / capacity) * 100)} aria-label={text} />
      {open >= capacity && (
        <ToneBadge tone="warning" icon={IconAlertTriangle}>
          {t('people.load.full')}
        </ToneBadge>
      )}
    </div>
  );
}
