import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { OrganizationSelect } from '../../parts/organization-select';
import { PRIORITIES, REASONS } from './filters';
import { ARCHIVE_MESSAGES } from './messages';

/** What to look for in the archive. Words are looked for on Enter, everything else at once. */
export function ArchiveFilterBar(): ReactElement {
  const { t } = useMessages(ARCHIVE_MESSAGES);
  const [search, setSearch] = useSearchParams();
  const { data: catalog } = useCatalog();
  const words = search.get('q') ?? '';
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What is being typed there stays.
    if (field.current && document.activeElement !== field.current) field.current.value = words;
  }, [words]);
  const set = (name: string, value: string): void =>
    setSearch(
      (known) => {
        const next = new URLSearchParams(known);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const choice = (
    name: string,
    label: string,
    options: readonly { value: string; label: string }[],
    any = t('archive.any'),
  ): ReactElement => (
    <NativeSelect
      label={label}
      value={search.get(name) ?? ''}
      data={[{ value: '', label: any }, ...options]}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    />
  );
  return (
    <form
      role="search"
      aria-label={t('archive.title')}
      onSubmit={(event) => {
        event.preventDefault();
        set('q', field.current?.value.trim() ?? '');
      }}
    >
      <Group align="flex-end" mb="lg">
        <TextInput
          ref={field}
          name="q"
          type="search"
          label={t('archive.search')}
          maxLength={200}
          defaultValue={words}
        />
        <Button type="submit" variant="default">
          {t('archive.find')}
        </Button>
        {choice(
          'type',
          t('archive.type'),
          (catalog?.types ?? []).map(({ id, label }) => ({ value: id, label })),
        )}
        {choice(
          'priority',
          t('ui.priority'),
          PRIORITIES.map((value) => ({ value, label: t(`ui.priority.${value}`) })),
          t('archive.anyPriority'),
        )}
        {choice(
          'reason',
          t('ui.reason'),
          REASONS.map((value) => ({ value, label: t(`ui.reason.${value}`) })),
        )}
        <OrganizationSelect
          id="organization"
          label={t('archive.organization')}
          clearable
          value={search.get('organization')}
          onChange={(organization) => set('organization', organization ?? '')}
        />
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`archive.${name}`)}
            value={search.get(name) ?? ''}
            onChange={({ currentTarget }) => set(name, currentTarget.value)}
          />
        ))}
        {search.size > 0 && (
          <Button variant="default" onClick={() => setSearch({}, { replace: true })}>
            {t('archive.clear')}
          </Button>
        )}
      </Group>
    </form>
  );
}
