import { Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './feedback.module.css';

/** Says in a sentence why there is nothing here and what to do about it. */
export function EmptyState({
  icon,
  action,
  role,
  children,
}: {
  icon?: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
  children: ReactNode;
}): ReactElement {
  return (
    <Stack align="flex-start" gap="md" className={classes['state']} role={role}>
      {icon}
      <Text component="div">{children}</Text>
      {action}
    </Stack>
  );
}
