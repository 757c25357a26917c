import { Select } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PEOPLE_MESSAGES } from './messages';
import { useAccount, useAccounts } from './use-accounts';

/** Somebody by part of their name or address. */
export function AccountSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (id: string | null) => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [search, setSearch] = useState('');
  const q = search.trim().slice(0, 100);
  const { items = [] } = useAccounts(q === '' ? {} : { q });
  const { data: chosen } = useAccount(value);
  const offered = chosen && !items.some(({ id }) => id === chosen.id) ? [chosen, ...items] : items;
  const data = offered.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
  const shown = data.find((item) => item.value === value);
  return (
    <Select
      label={label}
      placeholder={t('people.audit.anybody')}
      searchable
      clearable
      w="100%"
      maw={360}
      value={value === '' ? null : value}
      data={data}
      filter={({ options }) => options}
      onChange={onChange}
      onSearchChange={(text) => {
        if (text !== shown?.label) setSearch(text);
      }}
    />
  );
}
