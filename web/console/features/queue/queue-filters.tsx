import { Button, Group, NativeSelect, Popover, Stack, TextInput } from '@mantine/core';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { memo, type ReactElement, type Ref } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { useTypedWords } from '../../../ui/search/use-typed-words';
import { useAgents } from '../assignment/use-agents';
import { MESSAGES } from './messages';
import { OneOrganization } from './one-organization';
import { FILTERS, SORTS, type QueueSearch } from './use-queue-search';

const TYPING_MS = 250;
const STATUSES = ['waiting_support', 'waiting_client'] as const;
const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;

/** Search, filters and order of the list. */
export const QueueFilters = memo(function QueueFilters({
  search,
  field,
}: {
  search: QueueSearch;
  field: Ref<HTMLInputElement>;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const catalog = useCatalog().data;
  const agents = useAgents().data ?? [];
  const organization = search.of('organization');
  const [typed, type] = useTypedWords(search.of('q'), (q) => search.change({ q }), TYPING_MS);
  const any = { value: '', label: t('queue.filter.any') };
  const choice = (name: (typeof FILTERS)[number], data: { value: string; label: string }[]): ReactElement => (
    <NativeSelect
      key={name}
      label={t(`queue.filter.${name as 'status'}`)}
      value={search.of(name)}
      onChange={(event) => search.change({ [name]: event.currentTarget.value })}
      data={[any, ...data]}
    />
  );
  return (
    <Stack gap="xs">
      <TextInput
        ref={field}
        size="xs"
        type="search"
        aria-label={t('queue.search')}
        placeholder={t('queue.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          // From here on letters are the list's keys again.
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Group gap="xs" wrap="nowrap">
        <NativeSelect
          size="xs"
          aria-label={t('queue.sort')}
          flex={1}
          value={search.of('sort')}
          onChange={(event) => search.change({ sort: event.currentTarget.value })}
          data={[
            { value: '', label: t('queue.sort.usual') },
            ...SORTS.map((sort) => ({ value: sort, label: t(`queue.sort.${sort}`) })),
          ]}
        />
        <Popover trapFocus position="bottom-end" withinPortal>
          <Popover.Target>
            <Button size="xs" variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
              {search.narrowed > 0
                ? t('queue.filters.active', { count: search.narrowed })
                : t('queue.filters')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs" miw={240}>
              {choice(
                'status',
                STATUSES.map((status) => ({ value: status, label: t(`ui.status.${status}`) })),
              )}
              {choice(
                'priority',
                PRIORITIES.map((priority) => ({ value: priority, label: t(`ui.priority.${priority}`) })),
              )}
              {choice(
                'type',
                (catalog?.types ?? []).map(({ id, label }) => ({ value: id, label })),
              )}
              {choice('assignee', [
                { value: 'none', label: t('queue.filter.nobody') },
                ...agents.map(({ id, name }) => ({ value: id, label: name })),
              ])}
              <Button
                variant="subtle"
                onClick={() => search.change(Object.fromEntries(FILTERS.map((name) => [name, ''])))}
              >
                {t('queue.filter.clear')}
              </Button>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </Group>
      {organization !== '' && (
        <div>
          <OneOrganization
            key={organization}
            id={organization}
            onRemove={() => search.change({ organization: '' })}
          />
        </div>
      )}
    </Stack>
  );
});
