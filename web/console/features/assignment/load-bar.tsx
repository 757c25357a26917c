import { Progress, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './assignment.module.css';
import { MESSAGES } from './messages';
import type { Agent } from './use-agents';

/** How much of an agent's capacity is taken: a bar, and the numbers. */
export function LoadBar({
  agent,
}: {
  agent: Pick<Agent, 'openTickets' | 'capacity' | 'name'>;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { openTickets, capacity } = agent;
  const text = t('assignment.load', { open: openTickets, capacity });
  const full = openTickets >= capacity;
  return (
    <span className={classes['load']}>
      <Progress
        w={64}
        value={Math.min(100, (openTickets / capacity) * 100)}
        color={full ? 'red' : 'blue'}
        aria-label={`${agent.name}: ${text}`}
      />
      <Text component="span" size="sm">
        {text}
        {full && ` · ${t('assignment.full')}`}
      </Text>
    </span>
  );
}
