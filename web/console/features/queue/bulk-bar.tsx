import { Button, Group, Menu, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { useAgents } from '../assignment/use-agents';
import { BulkRules } from './bulk-rules';
import { MESSAGES } from './messages';
import classes from './queue.module.css';
import { useBulkAssign } from './use-bulk-assign';

/** What can be done with the selected tickets. */
export function BulkBar({
  folios,
  onDone,
}: {
  folios: readonly string[];
  onDone: () => void;
}): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  const viewer = useViewer();
  const agents = useAgents().data ?? [];
  const assign = useBulkAssign();
  const count = folios.length;
  if (count === 0) return null;
  const start = (...order: Parameters<typeof assign>): void => {
    assign(...order);
    onDone();
  };
  return (
    <Group gap="xs" role="group" aria-label={t('queue.bulk')} className={classes['bulk'] ?? ''}>
      <Text size="sm" fw={600} role="status">
        {t('queue.selected', { count })}
      </Text>
      {agents.some(({ id }) => id === viewer.id) && (
        <Button
          size="compact-md"
          onClick={() => start(folios, { agentId: viewer.id }, t('queue.bulk.claiming', { count }))}
        >
          {t('queue.bulk.claim')}
        </Button>
      )}
      <Menu withinPortal>
        <Menu.Target>
          <Button size="compact-md" variant="default">
            {t('queue.bulk.assign')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {agents.map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() =>
                start(folios, { agentId: id }, t('queue.bulk.assigning', { count, agent: name }))
              }
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => start(folios, { auto: true }, t('queue.bulk.automatically', { count }))}>
            {t('queue.bulk.auto')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {viewer.role !== 'agent' && <BulkRules folios={folios} onDone={onDone} />}
      <Button size="compact-md" variant="subtle" onClick={onDone}>
        {t('queue.bulk.clear')}
      </Button>
    </Group>
  );
}
