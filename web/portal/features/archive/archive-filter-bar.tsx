import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { SearchBox } from '../../parts/search-box';
import classes from './archive.module.css';
import { REASONS, type FilterName } from './filters';
import { ARCHIVE_PAGE } from './messages';

/** Words, reason, type and days; all of it stands in the address. */
export function ArchiveFilterBar({
  params,
  onChange,
  onClear,
}: {
  params: URLSearchParams;
  onChange: (name: FilterName, value: string) => void;
  onClear: (() => void) | undefined;
}): ReactElement {
  const { t } = useMessages(ARCHIVE_PAGE);
  const types = useCatalog().data?.types ?? [];
  const any = { value: '', label: t('archive.any') };
  return (
    <search className={classes['filters']}>
      <div className={classes['words']}>
        <SearchBox
          label={t('archive.search')}
          placeholder={t('archive.search.placeholder')}
          value={params.get('q') ?? ''}
          onChange={(value) => onChange('q', value)}
        />
      </div>
      <NativeSelect
        label={t('archive.reason')}
        value={params.get('motivo') ?? ''}
        onChange={({ currentTarget }) => onChange('motivo', currentTarget.value)}
        data={[any, ...REASONS.map((value) => ({ value, label: t(`ui.reason.${value}`) }))]}
      />
      <NativeSelect
        label={t('archive.type')}
        value={params.get('tipo') ?? ''}
        onChange={({ currentTarget }) => onChange('tipo', currentTarget.value)}
        data={[any, ...types.map(({ id, label }) => ({ value: id, label }))]}
      />
      <TextInput
        type="date"
        label={t('archive.from')}
        value={params.get('desde') ?? ''}
        onChange={({ currentTarget }) => onChange('desde', currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('archive.to')}
        value={params.get('hasta') ?? ''}
        onChange={({ currentTarget }) => onChange('hasta', currentTarget.value)}
      />
      {onClear && (
        <Button variant="subtle" onClick={onClear} className={classes['clear'] ?? ''}>
          {t('archive.clear')}
        </Button>
      )}
    </search>
  );
}
