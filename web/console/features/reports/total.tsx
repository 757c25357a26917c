import { Paper, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './reports.module.css';

/** A number large enough to be seen, and what it is made of. */
export function Total({
  name,
  total,
  parts,
}: {
  name: string;
  total: number;
  parts: readonly (readonly [string, number])[];
}): ReactElement {
  return (
    <Paper component="section" withBorder p="md" aria-label={name}>
      <Text fw={600}>{name}</Text>
      <p className={classes['total']}>{total}</p>
      <dl className={classes['parts']}>
        {parts.map(([part, count]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
