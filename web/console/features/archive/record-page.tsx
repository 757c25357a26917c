import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { ArchivedTicket } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { StatusBadge } from '../../../ui/badges/status-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useArchived } from '../../../ui/query/use-archive';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { namesOf } from '../../../ui/timeline/names';
import { Timeline } from '../../../ui/timeline/timeline';
import { BackLink } from '../../parts/back-link';
import { Read } from '../../parts/read';
import { ARCHIVE_MESSAGES } from './messages';
import { RecordFacts } from './record-facts';

/** The whole record of a closed ticket, to be read and printed. */
export function RecordPage(): ReactElement {
  const { t } = useMessages(ARCHIVE_MESSAGES);
  const { folio = '' } = useParams();
  const record = useArchived(folio);
  // Not closed, or not there: the ticket's own page knows which.
  if (record.error?.code === 'not_found') return <Navigate to={`/tickets/${folio}`} replace />;
  return (
    <Page
      title={t('archive.record', { folio })}
      back={<BackLink to="/archivo">{t('archive.title')}</BackLink>}
      actions={
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('archive.print')}
        </Button>
      }
    >
      <Read query={record}>{(data) => <Record record={data} />}</Read>
    </Page>
  );
}

function Record({ record }: { record: ArchivedTicket }): ReactElement {
  const { t } = useMessages(ARCHIVE_MESSAGES);
  const viewer = useViewer();
  const { data: catalog } = useCatalog();
  const names = namesOf(record, { t, viewerId: viewer.id, type: (id) => typeLabel(catalog, id) });
  const { subject, description, status, priority, organization, events } = record;
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h3">
          {subject}
        </Title>
        <Group gap="sm" mt="xs">
          <StatusBadge status={status} />
          <PriorityBadge priority={priority} />
          <Anchor component={Link} to={`/clientes/${organization.id}`}>
            {organization.name ?? organization.id}
          </Anchor>
        </Group>
      </div>
      <RecordFacts record={record} />
      <section>
        <Title order={3} size="h4" mb="xs">
          {t('archive.description')}
        </Title>
        <Text maw={760} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {description}
        </Text>
      </section>
      <section>
        <Title order={3} size="h4" mb="xs">
          {t('archive.history')}
        </Title>
        <Timeline events={events} names={names} viewerId={viewer.id} />
      </section>
    </Stack>
  );
}
