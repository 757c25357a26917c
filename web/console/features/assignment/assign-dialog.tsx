import { Radio, Stack, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { ActionDialog } from '../ticket/action-dialog';
import { AgentFacts } from './agent-facts';
import classes from './assignment.module.css';
import { MESSAGES } from './messages';
import { useAgents, type Agent } from './use-agents';
import { useAssign } from './use-assign';

const AUTO = 'auto';

/** Who is to attend a ticket: somebody by name with their load, experience and availability, or as the service finds. */
export function AssignDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, type, assignee } = ticket;
  const agents = useAgents();
  const typeName = typeLabel(useCatalog().data, type);
  const [chosen, setChosen] = useState(AUTO);
  const assign = useAssign(folio, onClose);
  return (
    <ActionDialog
      title={t('assignment.title', { folio })}
      submit={t('assignment.assign')}
      onClose={onClose}
      onSubmit={() => assign.mutate(chosen === AUTO ? { auto: true } : { agentId: chosen })}
      pending={assign.isPending}
      problem={assign.error}
    >
      <Radio.Group label={t('assignment.to')} value={chosen} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          <div className={classes['option']} data-checked={chosen === AUTO || undefined}>
            <Radio
              data-autofocus
              value={AUTO}
              label={t('assignment.auto')}
              description={t('assignment.auto.hint')}
            />
          </div>
          {agents.isPending && <ListSkeleton rows={3} />}
          {agents.data?.length === 0 && <Text>{t('assignment.none')}</Text>}
          {fittest(agents.data ?? [], type).map((agent) => (
            <div key={agent.id} className={classes['option']} data-checked={chosen === agent.id || undefined}>
              <Radio
                value={agent.id}
                label={agent.id === assignee?.id ? `${agent.name} (${t('assignment.current')})` : agent.name}
                description={<AgentFacts agent={agent} type={type} typeName={typeName} />}
              />
            </div>
          ))}
        </Stack>
      </Radio.Group>
    </ActionDialog>
  );
}

/** Those who are there and know the type first, the least loaded of them before. */
function fittest(agents: readonly Agent[], type: string): Agent[] {
  const rank = ({ available, skills, openTickets, capacity }: Agent): number =>
    (available ? 0 : 4) + (skills.includes(type) ? 0 : 2) + Math.min(1, openTickets / capacity);
  return [...agents].sort((a, b) => rank(a) - rank(b));
}
