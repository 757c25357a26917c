import { NativeSelect } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { IconPencil } from '@tabler/icons-react';
import type { Catalog } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable, type Column } from '../../parts/data-table';
import { RowButton } from '../../parts/row-button';
import { TwoLines } from '../../parts/two-lines';
import { CoverageBadge } from './coverage-badge';
import { POLICIES_MESSAGES } from './messages';
import { TypeDialog } from './type-dialog';
import { COVERAGES, isSameType, typeOf, withType, type TypeValues } from './types';
import type { Policy } from './use-policy';

/** The ticket types as the next version has them; what differs from the present one is marked. */
export function TypesEditor({
  policy,
  next,
  catalog,
  manages,
  onChange,
}: {
  policy: Policy;
  next: Policy;
  /** Of the present policy: it has the texts. */
  catalog: Catalog;
  manages: boolean;
  onChange: (news: Partial<Policy>) => void;
}): ReactElement {
  const { t } = useMessages(POLICIES_MESSAGES);
  const [coverage, setCoverage] = useState('');
  const [edited, setEdited] = useState<TypeValues | null>(null);
  const types = next.types
    .map(({ id }) => typeOf(next, id, catalog))
    .filter((type) => coverage === '' || type.coverage === coverage);
  const columns: Column<TypeValues>[] = [
    {
      header: t('policies.type'),
      cell: (type) => <TwoLines second={type.description}>{type.label}</TwoLines>,
    },
    { header: t('policies.coverage'), cell: (type) => <CoverageBadge coverage={type.coverage} /> },
    {
      header: t('policies.type.defaultPriority'),
      cell: ({ defaultPriority }) =>
        defaultPriority === null ? t('policies.type.byMatrix') : <PriorityBadge priority={defaultPriority} />,
    },
    {
      header: t('policies.type.ceiling'),
      cell: ({ ceiling }) =>
        ceiling === null ? t('policies.type.noCeiling') : <PriorityBadge priority={ceiling} />,
    },
    {
      header: '',
      cell: (type) => (
        <>
          {!isSameType(type, typeOf(policy, type.id, catalog)) && (
            <ToneBadge tone="info" icon={IconPencil}>
              {t('policies.type.changed')}
            </ToneBadge>
          )}
          {manages && (
            <RowButton
              name={t('policies.type.change.of', { label: type.label })}
              onClick={() => setEdited(type)}
            >
              {t('policies.type.change')}
            </RowButton>
          )}
        </>
      ),
    },
  ];
  return (
    <>
      <NativeSelect
        maw={320}
        label={t('policies.coverage')}
        value={coverage}
        data={[
          { value: '', label: t('policies.coverage.all') },
          ...COVERAGES.map((value) => ({ value, label: t(`policies.coverage.${value}`) })),
        ]}
        onChange={({ currentTarget }) => setCoverage(currentTarget.value)}
      />
      {types.length === 0 ? (
        <EmptyState>{t('policies.types.empty')}</EmptyState>
      ) : (
        <DataTable caption={t('policies.types')} rows={types} rowKey={({ id }) => id} columns={columns} />
      )}
      {edited !== null && (
        <TypeDialog
          type={edited}
          onChange={(type) => onChange(withType(next, type, catalog))}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
