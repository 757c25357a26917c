import { Button } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** What can be done with one row; `name` says with which. */
export function RowButton({
  name,
  primary = false,
  loading = false,
  onClick,
  children,
}: {
  name: string;
  primary?: boolean;
  loading?: boolean;
  onClick: () => void;
  children: ReactNode;
}): ReactElement {
  return (
    <Button
      size="compact-sm"
      variant={primary ? 'filled' : 'default'}
      aria-label={name}
      loading={loading}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
