import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { API_BASE } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';

type Readiness = components['schemas']['Readiness'];

/** To the ticket's execution in the Temporal Web UI, where there is one. */
export function EngineLink({ folio }: { folio: string }): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  const { data: executions } = useQuery({
    queryKey: ['health'],
    staleTime: Infinity,
    queryFn: ({ signal }) => executionsUrl(signal),
  });
  if (!executions) return null;
  return (
    <Anchor
      size="sm"
      underline="always"
      href={`${executions}/ticket-${folio}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('ticket.engine')} <IconExternalLink size="1em" aria-hidden />
    </Anchor>
  );
}

/**
 * Where the service's executions are shown; null where they are not. Asked past the client: a degraded service answers
 * 503 with the same body, which is no problem here.
 */
async function executionsUrl(signal: AbortSignal): Promise<string | null> {
  const answer = await fetch(`${API_BASE}/health/ready`, { signal });
  const { temporalUiUrl, temporalNamespace } = (await answer.json()) as Readiness;
  if (temporalUiUrl === null) return null;
  return `${temporalUiUrl.replace(/\/$/, '')}/namespaces/${encodeURIComponent(temporalNamespace)}/workflows`;
}
