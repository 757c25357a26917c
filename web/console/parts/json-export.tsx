import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { ProblemAlert } from '../../ui/feedback/problem-alert';

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
    mutationFn: async () => saveJson(`${fileName}.json`, await fetchAll()),
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

function saveJson(name: string, data: unknown): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
