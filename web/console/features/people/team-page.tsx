import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { DataTable, type Column } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
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
  const manages = useViewer().role !== 'agent';
  const [edited, setEdited] = useState<Agent | 'new' | null>(null);
  const [stopped, setStopped] = useState<Agent | null>(null);
  const columns: Column<Agent>[] = [
    { header: t('people.agent'), cell: ({ name }) => name },
    {
      header: t('people.load'),
      cell: ({ openTickets, capacity }) => <LoadBar open={openTickets} capacity={capacity} />,
    },
    {
      header: t('people.availability'),
      cell: (agent) => <AvailabilitySwitch agent={agent} onStopped={setStopped} />,
    },
    { header: t('people.skills'), cell: ({ skills }) => <SkillList skills={skills} /> },
    ...(manages ? [{ header: '', cell: (agent: Agent) => editButton(agent) }] : []),
  ];
  const editButton = (agent: Agent): ReactElement => (
    <Button
      variant="default"
      size="compact-md"
      aria-label={t('people.team.edit.of', { name: agent.name })}
      onClick={() => setEdited(agent)}
    >
      {t('people.team.edit')}
    </Button>
  );
  return (
    <PeopleFrame
      title={t('people.team')}
      intro={t('people.team.intro')}
      actions={manages && <Button onClick={() => setEdited('new')}>{t('people.team.add')}</Button>}
    >
      <Paged pages={agents} empty={t('people.team.empty')}>
        {(items) => (
          <DataTable caption={t('people.team')} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Paged>
      {edited !== null && (
        <AgentDialog agent={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {stopped !== null && (
        <HandOverDialog agent={stopped} agents={agents.items ?? []} onClose={() => setStopped(null)} />
      )}
    </PeopleFrame>
  );
}
