import { Fieldset, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { HoursField } from './hours-field';
import { POLICIES_MESSAGES } from './messages';
import { PRIORITIES, type Policy } from './use-policy';

type Targets = Policy['targets'];

/** Goals of support by priority. */
export function TargetsEditor({
  targets,
  manages,
  onChange,
}: {
  targets: Targets;
  manages: boolean;
  onChange: (targets: Targets) => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const cell = (
    priority: (typeof PRIORITIES)[number],
    field: 'firstAttentionHours' | 'nextReplyHours',
    label: 'policies.targets.first.of' | 'policies.targets.next.of',
  ): ReactElement => {
    const target = targets[priority] ?? { firstAttentionHours: 0, nextReplyHours: 0 };
    return (
      <HoursField
        id={`targets.${priority}.${field}`}
        hideLabel
        label={t(label, { priority: t(`ui.priority.${priority}`) })}
        value={target[field]}
        onChange={(hours) => onChange({ ...targets, [priority]: { ...target, [field]: hours } })}
      />
    );
  };
  return (
    <Fieldset legend={t('policies.targets')} disabled={!manages}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('policies.targets.intro')}
      </Text>
      <DataTable
        caption={t('policies.targets')}
        rows={PRIORITIES}
        rowKey={(priority) => priority}
        columns={[
          { header: t('ui.priority'), cell: (priority) => <PriorityBadge priority={priority} /> },
          {
            header: t('ui.milestone.firstAttention'),
            cell: (priority) => cell(priority, 'firstAttentionHours', 'policies.targets.first.of'),
          },
          {
            header: t('policies.targets.next'),
            cell: (priority) => cell(priority, 'nextReplyHours', 'policies.targets.next.of'),
          },
        ]}
      />
    </Fieldset>
  );
}
