import { Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './session.module.css';

/** One block of the page; `lead` for the one that says what comes next. */
export function Panel({
  title,
  lead = false,
  children,
}: {
  title: string;
  lead?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <section className={classes['panel']} data-lead={lead || undefined} aria-label={title}>
      <Title order={2} size={lead ? 'h3' : 'h4'}>
        {title}
      </Title>
      {children}
    </section>
  );
}
