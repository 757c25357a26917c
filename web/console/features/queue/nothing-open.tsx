import { Kbd, Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import classes from './queue.module.css';

/** In the place of a ticket while none is chosen. */
export function NothingOpen(): ReactElement {
  const { t } = useMessages(MESSAGES);
  return (
    <div className={classes['nothing']}>
      <Stack align="center" gap="xs">
        <IconInbox size={40} stroke={1.2} aria-hidden />
        <Text fw={600}>{t('queue.none')}</Text>
        <Text size="sm" c="dimmed">
          {t('queue.none.hint')}
        </Text>
        <span aria-hidden>
          <Kbd>j</Kbd> <Kbd>k</Kbd> <Kbd>/</Kbd> <Kbd>?</Kbd>
        </span>
      </Stack>
    </div>
  );
}
