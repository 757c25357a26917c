import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';

const PAUSE_MS = 250;

/** Words to look for, kept in the address as `q` while they are typed. */
export function SearchField({ label }: { label: string }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const find = useDebouncedCallback((text: string) => {
    const wanted = text.trim();
    setSearch(
      (known) => {
        if (wanted === '') known.delete('q');
        else known.set('q', wanted);
        return known;
      },
      { replace: true },
    );
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      w="100%"
      maw={420}
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={100}
      defaultValue={search.get('q') ?? ''}
      onChange={({ currentTarget }) => find(currentTarget.value)}
    />
  );
}
