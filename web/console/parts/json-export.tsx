import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { ProblemAlert } from '../../ui/feedback/problem-alert';
import { saveFile } from './save-file';

/** Fetches everything that is held of somebody, and gives it as a file. */
export function JsonExport({
  fileName,
  fetchAll,
  children,
}: {
  /** Without its ending. */
  fileName: string;
  fetchAll: () => Promise<unknown>;
  children: ReactNode;
}): ReactElement {
  const download = useMutation<void, ApiProblem>({
    mutationFn: async () => {
      const text = JSON.stringify(await fetchAll(), null, 2);
      saveFile(`${fileName}.json`, new Blob([text], { type: 'application/json' }));
    },
    retry: false,
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {children}
      </Button>
      {download.error && <ProblemAlert problem={download.error} />}
    </Stack>
  );
}
