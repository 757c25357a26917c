import { Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** A value with what belongs to it below, smaller. */
export function TwoLines({ second, children }: { second: ReactNode; children: ReactNode }): ReactElement {
  return (
    <div>
      {children}
      {second !== null && (
        <Text size="sm" fw={400} c="dimmed">
          {second}
        </Text>
      )}
    </div>
  );
}
