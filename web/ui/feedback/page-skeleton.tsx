import { Container, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';

/** A page that is on its way. */
export function PageSkeleton(): ReactElement {
  return (
    <Container size={1200} py="lg">
      <Skeleton height={32} width={240} mb="md" />
      <ListSkeleton />
    </Container>
  );
}

/** Rows that are on their way. */
export function ListSkeleton({ rows = 5 }: { rows?: number }): ReactElement {
  const { t } = useMessages();
  return (
    <Stack gap="sm" aria-busy>
      <VisuallyHidden role="status">{t('ui.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={56} />
      ))}
    </Stack>
  );
}
