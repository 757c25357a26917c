import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../ui/i18n/use-messages';
import { DataTable } from './data-table';
import { PARTS_MESSAGES } from './messages';

/** A value in words, before and after somebody changed it. */
export interface Change {
  /** As the contract names it. */
  path: string;
  /** As the form does. */
  name: string;
  before: string;
  after: string;
}

/** Says what somebody else changed while one was writing, and lets one choose; nothing is lost before. */
export function Overtaken({
  version,
  changes,
  onKeep,
  onDiscard,
}: {
  /** The present one. */
  version: number;
  changes: readonly Change[];
  onKeep: () => void;
  onDiscard: () => void;
}): ReactElement {
  const { t } = useMessages(PARTS_MESSAGES);
  return (
    <Alert role="alert" color="yellow" variant="outline">
      <Stack gap="sm">
        <Text fw={600}>{t('parts.overtaken', { version })}</Text>
        <Text>{t('parts.overtaken.kept')}</Text>
        <WhatChanged changes={changes} />
        <Group gap="xs">
          <Button onClick={onKeep}>{t('parts.overtaken.keep')}</Button>
          <Button variant="default" onClick={onDiscard}>
            {t('parts.overtaken.discard')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** What somebody else changed, in words. */
export function WhatChanged({ changes }: { changes: readonly Change[] }): ReactElement {
  const { t } = useMessages(PARTS_MESSAGES);
  if (changes.length === 0) return <Text>{t('parts.overtaken.elsewhere')}</Text>;
  return (
    <DataTable
      caption={t('parts.overtaken.changes')}
      rows={changes}
      rowKey={({ path }) => path}
      columns={[
        { header: t('parts.overtaken.field'), cell: ({ name }) => name },
        { header: t('parts.overtaken.before'), cell: ({ before }) => worded(before) },
        { header: t('parts.overtaken.now'), cell: ({ after }) => worded(after) },
      ]}
    />
  );
}

function worded(text: string): ReactNode {
  return text === '' ? '—' : <span style={{ whiteSpace: 'pre-line' }}>{text}</span>;
}
