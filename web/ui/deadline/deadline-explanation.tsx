import { Button, Collapse } from '@mantine/core';
import { useId, useState, type ReactElement } from 'react';
import { ErrorState } from '../feedback/error-state';
import { ListSkeleton } from '../feedback/page-skeleton';
import { useMessages } from '../i18n/use-messages';
import { useDeadline } from '../query/use-deadline';
import { DeadlineTable } from './deadline-table';

/** "¿Cómo se calculó?": opens to the stored account of how the closing instant was counted. */
export function DeadlineExplanation({ folio }: { folio: string }): ReactElement {
  const { t } = useMessages();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const deadline = useDeadline(folio, opened);
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-md"
        ml="-0.625rem"
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        {t('ui.deadline.how')}
      </Button>
      <Collapse expanded={opened} id={id}>
        {deadline.data && <DeadlineTable deadline={deadline.data} />}
        {deadline.isPending && opened && <ListSkeleton rows={3} />}
        {deadline.error?.code === 'not_found' && t('ui.deadline.none')}
        {deadline.error && deadline.error.code !== 'not_found' && (
          <ErrorState problem={deadline.error} onRetry={() => void deadline.refetch()} />
        )}
      </Collapse>
    </div>
  );
}
