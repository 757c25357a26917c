import { Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './ticket.module.css';

/** A named group of what is known. */
export function FactGroup({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={classes['group']} aria-label={title}>
      <div className={classes['groupHead']}>
        <Title order={2} size="h6">
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Names and what they stand for; pairs without a value are left out. */
export function Facts({ pairs }: { pairs: readonly (readonly [string, ReactNode])[] }): ReactElement {
  return (
    <dl className={classes['facts']}>
      {pairs
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
