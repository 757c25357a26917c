import { Button, Group, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { TICKET_PAGE } from './messages';
import classes from './ticket.module.css';

/** One block of a ticket's data; `edit` names what its button corrects. */
export function Box({
  title,
  edit,
  onEdit,
  children,
}: {
  title: string;
  edit?: string;
  onEdit?: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  return (
    <section className={classes['box']}>
      <Group justify="space-between" align="baseline" gap="xs" mb="xs" wrap="nowrap">
        <Title order={2} size="h5">
          {title}
        </Title>
        {onEdit && (
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes['noPrint'] ?? ''}
            flex="none"
            aria-label={edit ?? t('ticket.edit')}
            onClick={onEdit}
          >
            {t('ticket.edit')}
          </Button>
        )}
      </Group>
      {children}
    </section>
  );
}
