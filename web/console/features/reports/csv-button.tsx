import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { API_BASE, parseProblem, tellIfExpired } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { saveFile } from '../../parts/save-file';
import { REPORTS_MESSAGES } from './messages';

/** Saves a report as the service writes it for a spreadsheet. */
export function CsvButton({ path }: { path: string }): ReactElement {
  const { t } = useMessages(REPORTS_MESSAGES);
  const download = useMutation({ mutationFn: () => saveCsv(path), retry: false });
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('reports.csv')}
      </Button>
      {download.isError && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {t('reports.csv.failed')}
        </Text>
      )}
    </Stack>
  );
}

async function saveCsv(path: string): Promise<void> {
  const answer = await fetch(API_BASE + path, { headers: { Accept: 'text/csv' } });
  if (!answer.ok) {
    const problem = parseProblem(answer.status, await answer.text());
    tellIfExpired(problem);
    throw problem;
  }
  saveFile(fileName(path), await answer.blob());
}

/** "trends-2026-11-01-2026-11-30.csv" of the question. */
function fileName(path: string): string {
  const { pathname, searchParams } = new URL(path, location.origin);
  const parts = [pathname.split('/').at(-1), searchParams.get('from'), searchParams.get('to')];
  return `${parts.filter(Boolean).join('-')}.csv`;
}
