import { List, Select, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useCommand } from '../../../ui/api/use-command';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useTickets } from '../../../ui/query/use-tickets';
import { toast } from '../../../ui/toasts/toast-store';
import { DataTable } from '../../parts/data-table';
import { FormDialog } from '../../parts/form-dialog';
import { Paged } from '../../parts/paged';
import { TwoLines } from '../../parts/two-lines';
import { AUTO, handOver, KEEP, type Choices, type Outcome } from './hand-over';
import { PEOPLE_MESSAGES } from './messages';
import { AGENTS, type Agent } from './use-agents';

/** The open tickets of somebody, each with who attends it from now on: assignment chooses unless somebody is named. */
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
  const tickets = useTickets({ assignee: agent.id, limit: 100 });
  const [choices, setChoices] = useState<Choices>({});
  const folios = (tickets.items ?? []).map(({ folio }) => folio);
  const pass = useCommand<Choices, Outcome>({
    stales: [AGENTS, queryKeys.lists],
    send: async (given, header) => ({ data: await handOver(agent.id, folios, given, header) }),
    onDone: ({ handed, failed }) => {
      if (failed.length > 0) return;
      toast(t('people.handOver.done', { count: handed }));
      onClose();
    },
  });
  const failed = pass.data?.failed ?? [];
  const options = [
    { value: AUTO, label: t('people.handOver.auto') },
    ...agents
      .filter(({ id }) => id !== agent.id)
      .map(({ id, name, openTickets, capacity }) => ({
        value: id,
        label: `${name} (${openTickets}/${capacity})`,
      })),
    { value: KEEP, label: t('people.handOver.keep', { name: agent.name }) },
  ];
  return (
    <FormDialog
      title={t('people.handOver', { name: agent.name })}
      submit={t('people.handOver.submit')}
      isPending={pass.isPending}
      problem={pass.error}
      onSubmit={() => pass.mutate(choices)}
      onClose={onClose}
    >
      <Text>
        {t(agent.available ? 'people.handOver.intro.available' : 'people.handOver.intro', {
          name: agent.name,
          count: agent.openTickets,
        })}
      </Text>
      {failed.length > 0 && (
        <List role="alert" c="var(--mantine-color-error)">
          {failed.map(({ folio, code }) => (
            <List.Item key={folio}>
              {t(code === 'engine_unavailable' ? 'people.handOver.unknown' : 'people.handOver.refused', {
                folio,
              })}
            </List.Item>
          ))}
        </List>
      )}
      <Paged pages={tickets} empty={t('people.handOver.none', { name: agent.name })}>
        {(items) => (
          <DataTable
            caption={t('people.handOver', { name: agent.name })}
            rows={items}
            rowKey={({ folio }) => folio}
            columns={[
              {
                header: t('people.ticket'),
                cell: ({ folio, subject }) => <TwoLines second={subject}>{folio}</TwoLines>,
              },
              { header: t('ui.priority'), cell: ({ priority }) => <PriorityBadge priority={priority} /> },
              {
                header: t('people.handOver.who'),
                cell: ({ folio }) => (
                  <Select
                    aria-label={t('people.handOver.to', { folio })}
                    allowDeselect={false}
                    data={options}
                    value={choices[folio] ?? AUTO}
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
