import { Button, Group } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MY_TICKETS_PAGE } from './messages';

/** Nothing open has these words; perhaps something closed has. */
export function NoMatch({ q, onClear }: { q: string; onClear: () => void }): ReactElement {
  const { t } = useMessages(MY_TICKETS_PAGE);
  return (
    <EmptyState
      role="status"
      icon={<IconSearchOff size={32} aria-hidden />}
      action={
        <Group gap="sm">
          <Button component={Link} to={`/archivo?${new URLSearchParams({ q }).toString()}`}>
            {t('myTickets.noMatch.archive')}
          </Button>
          <Button variant="default" onClick={onClear}>
            {t('myTickets.noMatch.clear')}
          </Button>
        </Group>
      }
    >
      {t('myTickets.noMatch', { q })}
    </EmptyState>
  );
}
