import { Anchor, Button, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useViewer } from '../../../ui/session/viewer';
import { toast } from '../../../ui/toasts/toast-store';
import { INCIDENTS_MESSAGES } from '../incidents/messages';
import { Reach } from '../incidents/reach';
import { INCIDENT_LISTS, useIncident } from '../incidents/use-incidents';
import { FactGroup } from './fact';

/** The incident that the ticket is part of, and whom it affects. */
export function IncidentFacts({ ticket }: { ticket: Ticket }): ReactElement | null {
  const { folio, incident, status } = ticket;
  if (incident === null) return null;
  return <Shown folio={folio} incident={incident} isOpen={status !== 'closed'} />;
}

function Shown({
  folio,
  incident: { id, title },
  isOpen,
}: {
  folio: string;
  incident: NonNullable<Ticket['incident']>;
  isOpen: boolean;
}): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const manages = useViewer().role !== 'agent';
  const { data } = useIncident(id);
  const unlink = useCommand({
    stales: [INCIDENT_LISTS, queryKeys.ofTicket(folio), queryKeys.lists],
    send: (_: undefined, header) =>
      api.DELETE('/incidents/{id}/tickets/{folio}', { params: { path: { id, folio }, header } }),
    onDone: () => toast(t('incidents.unlinked', { folio })),
  });
  return (
    <FactGroup
      title={t('incidents.general')}
      action={
        manages &&
        isOpen && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={unlink.isPending}
            onClick={() => unlink.mutate(undefined)}
          >
            {t('incidents.unlink')}
          </Button>
        )
      }
    >
      {unlink.error && <ProblemAlert problem={unlink.error} />}
      <Anchor component={Link} size="sm" underline="always" to={`/incidentes/${id}`}>
        {title}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t(`incidents.state.one.${data?.state ?? 'open'}`)}
        {data && (
          <>
            {' · '}
            <Reach incident={data} />
          </>
        )}
      </Text>
    </FactGroup>
  );
}
