import { Select } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../ui/api/client';
import { useMessages } from '../../ui/i18n/use-messages';
import { PARTS_MESSAGES } from './messages';
import { useList } from './use-list';
import { useOrganization, type Organization } from './use-organization';

/** A customer by part of its name or number; `clearable` where none means all of them. */
export function OrganizationSelect({
  id,
  label,
  value,
  error,
  clearable = false,
  onChange,
}: {
  id: string;
  label: string;
  value: string | null;
  error?: string | undefined;
  clearable?: boolean;
  onChange: (organizationId: string | null) => void;
}): ReactElement {
  const { t } = useMessages(PARTS_MESSAGES);
  const [search, setSearch] = useState('');
  const q = search.trim().slice(0, 100);
  const { items = [] } = useList<Organization>(['organizations', { choose: q }], ({ signal }) =>
    api.GET('/organizations', { params: { query: { limit: 20, ...(q !== '' && { q }) } }, signal }),
  );
  // What is chosen has a name even where it is not among those found.
  const { data: chosen } = useOrganization(value);
  const offered = chosen && !items.some((item) => item.id === chosen.id) ? [chosen, ...items] : items;
  // Once chosen, the field shows the whole label; the service looks in name and number only.
  const data = offered.map(({ id: organizationId, name, customerNumber }) => ({
    value: organizationId,
    label: customerNumber === null ? name : `${name} (${customerNumber})`,
  }));
  const shown = data.find((item) => item.value === value);
  return (
    <Select
      id={id}
      label={label}
      error={error}
      searchable
      clearable={clearable}
      {...(clearable && { placeholder: t('parts.organizations.all') })}
      value={value}
      data={data}
      filter={({ options }) => options}
      onChange={onChange}
      onSearchChange={(text) => {
        if (text !== shown?.label) setSearch(text);
      }}
    />
  );
}
