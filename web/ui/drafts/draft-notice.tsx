import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import type { DraftOf } from './use-draft';

/** Says that a draft was brought back, and offers to throw it away. */
export function DraftNotice({
  draft,
}: {
  draft: Pick<DraftOf<unknown>, 'restored' | 'clear'>;
}): ReactElement | null {
  const { t } = useMessages();
  if (!draft.restored) return null;
  return (
    <Group gap="xs" role="status">
      <Text size="sm">{t('ui.draft.restored')}</Text>
      <Button size="compact-sm" variant="subtle" onClick={draft.clear}>
        {t('ui.draft.discard')}
      </Button>
    </Group>
  );
}
