import { Button, Group, Stack, Text } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useParams } from 'react-router';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { toast } from '../../../ui/toasts/toast-store';
import { BackLink } from '../../parts/back-link';
import { Facts } from '../../parts/facts';
import { Read } from '../../parts/read';
import { EditDialog } from './edit-dialog';
import { INCIDENTS_MESSAGES } from './messages';
import { SeverityBadge } from './severity-badge';
import { TicketLinks } from './ticket-links';
import { UpdateComposer } from './update-composer';
import { UpdateList } from './update-list';
import { INCIDENT_LISTS, useIncident, type WholeIncident } from './use-incidents';

/** One incident: what clients read, its tickets, and what they were told. */
export function IncidentPage(): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { id = '' } = useParams();
  const incident = useIncident(id);
  const manages = useViewer().role !== 'agent';
  return (
    <Page
      title={incident.data?.title ?? t('incidents.incident')}
      back={<BackLink to="/incidentes">{t('incidents.title')}</BackLink>}
      actions={manages && incident.data && <Actions incident={incident.data} />}
    >
      <Read query={incident}>{(data) => <Whole incident={data} manages={manages} />}</Read>
    </Page>
  );
}

function Whole({ incident, manages }: { incident: WholeIncident; manages: boolean }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { severity, state, folios, affectedCustomers, createdAt, resolvedAt, notice } = incident;
  const isOpen = state === 'open';
  return (
    <Stack gap="xl">
      <Facts
        items={[
          [t('incidents.severity'), <SeverityBadge key="severity" severity={severity} />],
          [t('incidents.tickets'), folios.length],
          [t('incidents.customers'), affectedCustomers],
          [t('incidents.since'), <Instant key="since" short at={createdAt} />],
          [t('incidents.resolvedAt'), resolvedAt ? <Instant key="end" short at={resolvedAt} /> : '—'],
        ]}
      />
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconSpeakerphone aria-hidden style={{ flex: 'none' }} />
        <div>
          <Text fw={600}>{t('incidents.notice')}</Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{notice ?? t('incidents.notice.none')}</Text>
        </div>
      </Group>
      <TicketLinks incident={incident} manages={manages && isOpen} />
      {manages && isOpen && folios.length > 0 && <UpdateComposer incident={incident} />}
      <UpdateList updates={incident.updates} />
    </Stack>
  );
}

function Actions({ incident: { id, state }, incident }: { incident: WholeIncident }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const [editing, setEditing] = useState(false);
  const isOpen = state === 'open';
  const turn = useCommand({
    stales: [INCIDENT_LISTS],
    send: (next: 'open' | 'resolved') =>
      api.PATCH('/incidents/{id}', { params: { path: { id } }, body: { state: next } }),
    onDone: () => toast(t(isOpen ? 'incidents.resolve.done' : 'incidents.reopen.done')),
  });
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('incidents.edit')}
        </Button>
        <Button loading={turn.isPending} onClick={() => turn.mutate(isOpen ? 'resolved' : 'open')}>
          {t(isOpen ? 'incidents.resolve' : 'incidents.reopen')}
        </Button>
      </Group>
      {turn.error && <ProblemAlert problem={turn.error} />}
      {editing && <EditDialog incident={incident} onClose={() => setEditing(false)} />}
    </Stack>
  );
}
