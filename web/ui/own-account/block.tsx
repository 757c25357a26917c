import { Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './own-account.module.css';

export function Block({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className={classes['block']} aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </section>
  );
}
