import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';

/** That the list holds one customer's tickets only, and the way back to all of them. */
export function OneOrganization({ id, onRemove }: { id: string; onRemove: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { data } = useQuery({
    queryKey: ['organizations', id],
    queryFn: async ({ signal }) =>
      (await api.GET('/organizations/{id}', { params: { path: { id } }, signal })).data ?? null,
  });
  const name = t('queue.filter.organization', { name: data?.name ?? id });
  return (
    <Button
      size="compact-sm"
      variant="light"
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={t('queue.filter.remove', { name })}
      onClick={onRemove}
    >
      {name}
    </Button>
  );
}
