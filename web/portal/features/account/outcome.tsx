import { Stack, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Page } from '../../../ui/shell/page';
import classes from './account.module.css';

/** How a step ended, what it means, and where to go from there. */
export function Outcome({
  title,
  tone,
  icon: Sign,
  action,
  children,
}: {
  title: string;
  tone: 'success' | 'info' | 'warning';
  icon: Icon;
  action?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <Page title={title} width="narrow">
      <Stack role="status" gap="md" align="flex-start">
        <span className={classes['sign']} data-tone={tone}>
          <Sign size={32} stroke={1.6} aria-hidden />
        </span>
        <Text component="div">{children}</Text>
        {action}
      </Stack>
    </Page>
  );
}
