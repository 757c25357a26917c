import { List, Select, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { createCommandKey } from '../../../ui/api/command-key';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { problemSentence } from '../../../ui/feedback/problem-sentence';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useTickets } from '../../../ui/query/use-tickets';
import { toast } from '../../../ui/toasts/toast-store';
import { DataTable } from '../../parts/data-table';
import { FormDialog } from '../../parts/form-dialog';
import { Paged } from '../../parts/paged';
import { PEOPLE_MESSAGES } from './messages';
import { AGENTS, type Agent } from './use-agents';

const AUTO = 'auto';
const KEEP = 'keep';

/** The open tickets of somebody who stopped, each with who attends it from now on. */
export function HandOverDialog({
  agent,
  agents,
  onClose,
}: {
  agent: Agent;
  agents: readonly Agent[];
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const queries = useQueryClient();
  const tickets = useTickets({ assignee: agent.id, limit: 100 });
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [isPending, setPending] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const [keys] = useState(() => createCommandKey());

  const handOver = async (): Promise<void> => {
    setPending(true);
    const folios = (tickets.items ?? [])
      .map(({ folio }) => folio)
      .filter((folio) => choiceOf(folio) !== KEEP);
    const failed: string[] = [];
    for (const folio of folios) {
      const choice = choiceOf(folio);
      const body = choice === AUTO ? { auto: true as const } : { agentId: choice };
      const header = { 'Idempotency-Key': `${keys.keyFor({ agent: agent.id, choices })}-${folio}` };
      await api
        .PUT('/tickets/{folio}/assignment', { params: { path: { folio }, header }, body })
        .catch((problem: unknown) => failed.push(failure(folio, problem)));
    }
    setPending(false);
    setFailures(failed);
    for (const queryKey of [AGENTS, queryKeys.lists]) void queries.invalidateQueries({ queryKey });
    if (failed.length > 0) return;
    toast(t('people.handOver.done', { count: folios.length }));
    onClose();
  };
  const choiceOf = (folio: string): string => choices[folio] ?? AUTO;
  const failure = (folio: string, problem: unknown): string =>
    t('people.handOver.failed', {
      folio,
      problem: problemSentence(problem instanceof ApiProblem ? problem : new ApiProblem(0, 'network', ''), t),
    });
  const others = agents.filter(({ id }) => id !== agent.id);
  const options = [
    { value: AUTO, label: t('people.handOver.auto') },
    ...others.map(({ id, name, openTickets, capacity }) => ({
      value: id,
      label: `${name} (${openTickets}/${capacity})`,
    })),
    { value: KEEP, label: t('people.handOver.keep', { name: agent.name }) },
  ];
  return (
    <FormDialog
      title={t('people.handOver', { name: agent.name })}
      submit={t('people.handOver.submit')}
      isPending={isPending}
      problem={null}
      onSubmit={() => void handOver()}
      onClose={onClose}
    >
      <Text>{t('people.handOver.intro', { name: agent.name, count: agent.openTickets })}</Text>
      {failures.length > 0 && (
        <List role="alert" c="var(--mantine-color-error)">
          {failures.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      <Paged pages={tickets} empty={t('people.skills.none')}>
        {(items) => (
          <DataTable
            caption={t('people.handOver', { name: agent.name })}
            rows={items}
            rowKey={({ folio }) => folio}
            columns={[
              {
                header: 'Folio',
                cell: ({ folio, subject }) => (
                  <>
                    {folio} <Text fw={400}>{subject}</Text>
                  </>
                ),
              },
              { header: t('ui.priority'), cell: ({ priority }) => <PriorityBadge priority={priority} /> },
              {
                header: '',
                cell: ({ folio }) => (
                  <Select
                    aria-label={t('people.handOver.to', { folio })}
                    allowDeselect={false}
                    data={options}
                    value={choiceOf(folio)}
                    onChange={(value) => setChoices({ ...choices, [folio]: value ?? AUTO })}
                  />
                ),
              },
            ]}
          />
        )}
      </Paged>
    </FormDialog>
  );
}
