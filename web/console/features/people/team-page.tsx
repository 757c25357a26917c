import { Button, Group } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import type { Column } from '../../parts/data-table';
import { PagedTable } from '../../parts/paged-table';
import { presentOf } from '../../parts/present-of';
import { RowButton } from '../../parts/row-button';
import { AgentDialog } from './agent-dialog';
import { AvailabilitySwitch } from './availability-switch';
import { HandOverDialog } from './hand-over-dialog';
import { LoadBar } from './load-bar';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';
import { SkillList } from './skill-list';
import { useAgents, type Agent } from './use-agents';

/** The load board: who attends tickets, how many they have, and whether they get more. */
export function TeamPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const agents = useAgents();
  const viewer = useViewer();
  const manages = viewer.role !== 'agent';
  const [edited, setEdited] = useState<Agent | 'new' | null>(null);
  // In the address, so that other pages can lead here.
  const [search, setSearch] = useSearchParams();
  const handed = agents.items?.find(({ id }) => id === search.get('repartir'));
  const handOver = (agent: Agent | null): void =>
    setSearch(agent === null ? {} : { repartir: agent.id }, { replace: true });
  const columns: Column<Agent>[] = [
    { header: t('people.agent'), cell: ({ name }) => name },
    {
      header: t('people.load'),
      cell: ({ openTickets, capacity }) => <LoadBar open={openTickets} capacity={capacity} />,
    },
    {
      header: t('people.availability'),
      cell: (agent) => <AvailabilitySwitch agent={agent} onStopped={handOver} />,
    },
    { header: t('people.skills'), cell: ({ skills }) => <SkillList skills={skills} /> },
    {
      header: '',
      cell: (agent) => (
        <Group gap="xs" wrap="nowrap">
          {agent.openTickets > 0 && (manages || viewer.id === agent.id) && (
            <RowButton name={t('people.handOver', { name: agent.name })} onClick={() => handOver(agent)}>
              {t('people.handOver.submit')}
            </RowButton>
          )}
          {manages && (
            <RowButton name={t('people.team.edit.of', { name: agent.name })} onClick={() => setEdited(agent)}>
              {t('people.team.edit')}
            </RowButton>
          )}
        </Group>
      ),
    },
  ];
  return (
    <PeopleFrame
      title={t('people.team')}
      intro={t('people.team.intro')}
      actions={manages && <Button onClick={() => setEdited('new')}>{t('people.team.add')}</Button>}
    >
      <PagedTable
        pages={agents}
        empty={t('people.team.empty')}
        caption={t('people.team')}
        columns={columns}
        rowKey={({ id }) => id}
      />
      {edited !== null && (
        <AgentDialog
          agent={edited === 'new' ? null : presentOf(agents.items, edited)}
          onClose={() => setEdited(null)}
        />
      )}
      {handed && (
        <HandOverDialog
          key={handed.id}
          agent={handed}
          agents={agents.items ?? []}
          onClose={() => handOver(null)}
        />
      )}
    </PeopleFrame>
  );
}
