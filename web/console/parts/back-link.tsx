import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './back-link.module.css';

/** From one thing to the list that it stands in. */
export function BackLink({ to, children }: { to: string; children: ReactNode }): ReactElement {
  return (
    <Anchor component={Link} to={to} size="sm" className={classes['link'] ?? ''}>
      <IconArrowLeft size={14} aria-hidden />
      {children}
    </Anchor>
  );
}
