import { Switch } from '@mantine/core';
import type { ReactElement } from 'react';
import { useCommand } from '../../../ui/api/use-command';
import { api } from '../../../ui/api/client';
import { problemSentence } from '../../../ui/feedback/problem-sentence';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { PEOPLE_MESSAGES } from './messages';
import { AGENTS, type Agent } from './use-agents';

/** Whether somebody gets tickets: one's own, or a supervisor for all. Who stops with tickets is offered to hand them over. */
export function AvailabilitySwitch({
  agent,
  onStopped,
}: {
  agent: Agent;
  onStopped: (agent: Agent) => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const viewer = useViewer();
  const set = useCommand<boolean, Agent>({
    stales: [AGENTS],
    send: (available, header) =>
      api.PUT('/agents/{id}/availability', {
        params: { path: { id: agent.id }, header },
        body: { available },
      }),
    onDone: (changed) => {
      if (!changed.available && changed.openTickets > 0) onStopped(changed);
    },
  });
  const shown = set.isPending ? set.variables : agent.available;
  return (
    <Switch
      aria-label={t('people.available.of', { name: agent.name })}
      label={t(shown ? 'people.available' : 'people.unavailable')}
      checked={shown}
      disabled={viewer.role === 'agent' && viewer.id !== agent.id}
      error={set.error && problemSentence(set.error, t)}
      onChange={({ currentTarget }) => set.mutate(currentTarget.checked)}
    />
  );
}
