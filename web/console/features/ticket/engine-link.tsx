import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { API_BASE } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';

const NAMESPACE = 'default';

/** To the ticket's execution in the Temporal Web UI, where there is one. */
export function EngineLink({ folio }: { folio: string }): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  const { data } = useQuery({
    queryKey: ['health'],
    staleTime: Infinity,
    queryFn: ({ signal }) => temporalUi(signal),
  });
  if (!data) return null;
  return (
    <Anchor
      size="sm"
      underline="always"
      href={`${data.replace(/\/$/, '')}/namespaces/${NAMESPACE}/workflows/ticket-${folio}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('ticket.engine')} <IconExternalLink size="1em" aria-hidden />
    </Anchor>
  );
}

/** Asked past the client: a degraded service answers 503 with the same body, which is no problem here. */
async function temporalUi(signal: AbortSignal): Promise<string | null> {
  const answer = await fetch(`${API_BASE}/health/ready`, { signal });
  const { temporalUiUrl } = (await answer.json()) as { temporalUiUrl?: string | null };
  return temporalUiUrl ?? null;
}
