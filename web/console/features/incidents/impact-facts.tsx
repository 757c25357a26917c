import { Alert, Anchor, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { INCIDENTS_MESSAGES } from './messages';
import { Reach } from './reach';
import { useIncident, useIncidents, useProposals } from './use-incidents';

/** What is known of others with the same trouble, where somebody judges whom a ticket affects; nothing when nothing is. */
export function ImpactFacts({
  ticket,
  type,
}: {
  ticket: Pick<Ticket, 'incident'>;
  /** As chosen, which may be another than the ticket's. */
  type: string;
}): ReactElement | null {
  return ticket.incident === null ? <Around type={type} /> : <Linked id={ticket.incident.id} />;
}

function Linked({ id }: { id: string }): ReactElement | null {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { data } = useIncident(id);
  if (data === undefined) return null;
  return (
    <Note title={t('incidents.impact.linked')}>
      <Text size="sm">
        {data.title}: <Reach incident={data} />
      </Text>
    </Note>
  );
}

function Around({ type }: { type: string }): ReactElement | null {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const open = useIncidents('open').items ?? [];
  const burst = useProposals().data?.items.find((proposal) => proposal.type === type);
  if (open.length === 0 && burst === undefined) return null;
  return (
    <Note title={t('incidents.impact.around')}>
      {burst && (
        <Text size="sm">
          {t('incidents.impact.burst', { count: burst.folios.length, customers: burst.customers })}
        </Text>
      )}
      {open.map((incident) => (
        <Text key={incident.id} size="sm">
          <Anchor
            component={Link}
            to={`/incidentes/${incident.id}`}
            target="_blank"
            inherit
            underline="always"
          >
            {incident.title}
          </Anchor>
          : <Reach incident={incident} />
        </Text>
      ))}
    </Note>
  );
}

function Note({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <Alert variant="outline" color="blue" p="xs" icon={<IconUsersGroup aria-hidden />} title={title}>
      {children}
    </Alert>
  );
}
