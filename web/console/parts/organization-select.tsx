import { Select } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../ui/api/client';
import type { components } from '../../ui/api/schema';
import { useList } from './use-list';

type Organization = components['schemas']['Organization'];

/** A customer by part of its name or number. */
export function OrganizationSelect({
  id,
  label,
  value,
  clearable = false,
  onChange,
}: {
  id: string;
  label: string;
  value: string | null;
  clearable?: boolean;
  onChange: (organizationId: string | null) => void;
}): ReactElement {
  const [search, setSearch] = useState('');
  const q = search.trim().slice(0, 100);
  const { items = [] } = useList<Organization>(['organizations', { choose: q }], ({ signal }) =>
    api.GET('/organizations', { params: { query: { limit: 20, ...(q !== '' && { q }) } }, signal }),
  );
  // Once chosen, the field shows the whole label; the service looks in name and number only.
  const data = items.map(({ id: organizationId, name, customerNumber }) => ({
    value: organizationId,
    label: customerNumber === null ? name : `${name} (${customerNumber})`,
  }));
  const chosen = data.find((item) => item.value === value);
  return (
    <Select
      id={id}
      label={label}
      searchable
      clearable={clearable}
      value={value}
      data={data}
      filter={({ options }) => options}
      onChange={onChange}
      onSearchChange={(text) => {
        if (text !== chosen?.label) setSearch(text);
      }}
    />
  );
}
