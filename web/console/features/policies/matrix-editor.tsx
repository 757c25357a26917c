import { Fieldset, NativeSelect, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { POLICIES_MESSAGES } from './messages';
import { IMPACTS, PRIORITIES, URGENCIES, type Policy } from './use-policy';

type Matrix = Policy['priorityMatrix'];
type Impact = (typeof IMPACTS)[number];
type Urgency = (typeof URGENCIES)[number];

/** The priority that each impact and urgency propose. */
export function MatrixEditor({
  matrix,
  manages,
  onChange,
}: {
  matrix: Matrix;
  manages: boolean;
  onChange: (matrix: Matrix) => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const set = (impact: Impact, urgency: Urgency, value: string): void => {
    const priority = PRIORITIES.find((known) => known === value);
    if (priority) onChange({ ...matrix, [impact]: { ...matrix[impact], [urgency]: priority } });
  };
  return (
    <Fieldset legend={t('policies.matrix')} disabled={!manages}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('policies.matrix.intro')}
      </Text>
      <DataTable
        caption={t('policies.matrix')}
        rows={IMPACTS}
        rowKey={(impact) => impact}
        columns={[
          { header: t('policies.matrix.impact'), cell: (impact) => t(`ui.impact.${impact}`) },
          ...URGENCIES.map((urgency) => ({
            header: t(`ui.urgency.${urgency}`),
            cell: (impact: Impact) => (
              <NativeSelect
                aria-label={t('policies.matrix.cell', {
                  impact: t(`ui.impact.${impact}`),
                  urgency: t(`ui.urgency.${urgency}`),
                })}
                data={PRIORITIES.map((value) => ({ value, label: t(`ui.priority.${value}`) }))}
                value={matrix[impact]?.[urgency] ?? ''}
                onChange={({ currentTarget }) => set(impact, urgency, currentTarget.value)}
              />
            ),
          })),
        ]}
      />
    </Fieldset>
  );
}
