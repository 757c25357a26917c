import { Anchor, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { problemSentence } from '../../../ui/feedback/problem-sentence';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { StatusBadge } from '../../../ui/badges/status-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useTicket } from '../../../ui/query/use-ticket';
import { toast } from '../../../ui/toasts/toast-store';
import { DataTable } from '../../parts/data-table';
import { INCIDENTS_MESSAGES } from './messages';
import { INCIDENT_LISTS, type WholeIncident } from './use-incidents';

/** The tickets of an incident; by folio others are added, and by a button taken out. */
export function TicketLinks({
  incident: { id, folios },
  manages,
}: {
  incident: WholeIncident;
  manages: boolean;
}): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const unlink = useCommand({
    stales: [INCIDENT_LISTS],
    send: (folio: string, header) =>
      api.DELETE('/incidents/{id}/tickets/{folio}', { params: { path: { id, folio }, header } }),
    onDone: (_, folio) => toast(t('incidents.unlinked', { folio })),
  });
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('incidents.links')}
      </Title>
      {manages && <LinkForm id={id} />}
      {unlink.error && <ProblemAlert problem={unlink.error} />}
      {folios.length === 0 ? (
        <EmptyState>{t('incidents.links.empty')}</EmptyState>
      ) : (
        <DataTable
          caption={t('incidents.links')}
          rows={folios}
          rowKey={(folio) => folio}
          columns={[
            { header: t('incidents.link.folio'), cell: (folio) => <Subject folio={folio} /> },
            { header: t('incidents.status'), cell: (folio) => <Status folio={folio} /> },
            ...(manages
              ? [
                  {
                    header: '',
                    cell: (folio: string) => <Unlink folio={folio} onUnlink={() => unlink.mutate(folio)} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  );
}

function LinkForm({ id }: { id: string }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const [folio, setFolio] = useState('');
  const link = useCommand({
    stales: [INCIDENT_LISTS],
    send: (given: string, header) =>
      api.PUT('/incidents/{id}/tickets/{folio}', { params: { path: { id, folio: given }, header } }),
    onDone: (_, given) => {
      setFolio('');
      toast(t('incidents.linked', { folio: given }));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (folio.trim() !== '') link.mutate(folio.trim());
      }}
    >
      <Group align="flex-start" mb="md">
        <TextInput
          label={t('incidents.link.folio')}
          inputMode="numeric"
          value={folio}
          error={link.error && problemSentence(link.error, t)}
          onChange={({ currentTarget }) => setFolio(currentTarget.value)}
        />
        <Button type="submit" variant="default" mt={22} loading={link.isPending}>
          {t('incidents.link')}
        </Button>
      </Group>
    </form>
  );
}

function Subject({ folio }: { folio: string }): ReactElement {
  const { data } = useTicket(folio);
  return (
    <>
      <Anchor component={Link} to={`/tickets/${folio}`} inherit>
        {folio}
      </Anchor>
      {data && <Text fw={400}>{`${data.subject} · ${data.organization.name ?? ''}`}</Text>}
    </>
  );
}

/** Not for a ticket that has closed: its record stays as it is. */
function Unlink({ folio, onUnlink }: { folio: string; onUnlink: () => void }): ReactElement | null {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { data } = useTicket(folio);
  if (data === undefined || data.status === 'closed') return null;
  return (
    <Button
      size="compact-md"
      variant="default"
      aria-label={t('incidents.unlink.of', { folio })}
      onClick={onUnlink}
    >
      {t('incidents.unlink')}
    </Button>
  );
}

function Status({ folio }: { folio: string }): ReactElement {
  const { data } = useTicket(folio);
  return <>{data ? <StatusBadge status={data.status} /> : '—'}</>;
}
