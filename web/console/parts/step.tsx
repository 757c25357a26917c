import { Group, Text, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** Something that can be done with what the page shows: what it is, what it means, and the way to do it. */
export function Step({
  title,
  hint,
  children,
}: {
  title: string;
  hint: string;
  children: ReactNode;
}): ReactElement {
  return (
    <section>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 16rem' }}>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text maw={640} c="dimmed">
            {hint}
          </Text>
        </div>
        {children}
      </Group>
    </section>
  );
}
