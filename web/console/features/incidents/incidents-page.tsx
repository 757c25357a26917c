import { Anchor, Button, SegmentedControl, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { DataTable } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
import { INCIDENTS_MESSAGES } from './messages';
import { OpenDialog } from './open-dialog';
import { Proposals } from './proposals';
import { SeverityBadge } from './severity-badge';
import { STATES, useIncidents, type Proposal } from './use-incidents';

/** Incidents that are open or were, and those that the service proposes. */
export function IncidentsPage(): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((known) => known === search.get('estado')) ?? 'open';
  const incidents = useIncidents(state);
  const [opening, setOpening] = useState<Proposal | 'new' | null>(null);
  const manages = useViewer().role !== 'agent';
  return (
    <Page
      title={t('incidents.title')}
      actions={manages && <Button onClick={() => setOpening('new')}>{t('incidents.open')}</Button>}
    >
      <Text mb="lg" maw={760} c="dimmed">
        {t('incidents.intro')}
      </Text>
      <Proposals {...(manages && { onOpen: setOpening })} />
      <SegmentedControl
        transitionDuration={0}
        mb="md"
        aria-label={t('incidents.state')}
        value={state}
        data={STATES.map((value) => ({ value, label: t(`incidents.state.${value}`) }))}
        onChange={(value) => setSearch(value === 'open' ? {} : { estado: value })}
      />
      <Paged pages={incidents} empty={t(`incidents.empty.${state}`)}>
        {(items) => (
          <DataTable
            caption={t('incidents.title')}
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              {
                header: t('incidents.incident'),
                cell: ({ id, title }) => (
                  <Anchor component={Link} to={`/incidentes/${id}`} inherit>
                    {title}
                  </Anchor>
                ),
              },
              {
                header: t('incidents.severity'),
                cell: ({ severity }) => <SeverityBadge severity={severity} />,
              },
              { header: t('incidents.tickets'), numeric: true, cell: ({ folios }) => folios.length },
              {
                header: t('incidents.customers'),
                numeric: true,
                cell: ({ affectedCustomers }) => affectedCustomers,
              },
              { header: t('incidents.since'), cell: ({ createdAt }) => <Instant short at={createdAt} /> },
            ]}
          />
        )}
      </Paged>
      {opening !== null && (
        <OpenDialog proposal={opening === 'new' ? null : opening} onClose={() => setOpening(null)} />
      )}
    </Page>
  );
}
