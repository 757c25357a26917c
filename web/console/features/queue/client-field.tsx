import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useMessages } from '../../../ui/i18n/use-messages';
import { OrganizationSelect } from '../../parts/organization-select';
import { MESSAGES } from './messages';

export type Client = components['schemas']['ReachableClient'];

const TYPING_MS = 200;
const OFFERED = 20;

/**
 * For whom a ticket is registered: anybody who has an account, by name, address or telephone. A customer narrows it, and
 * is filled in when the person is chosen first.
 */
export function ClientField({
  organization,
  chosen,
  errors,
  onOrganization,
  onClient,
}: {
  organization: string;
  /** Their id, and how they were shown when they were chosen. */
  chosen: { id: string; shown: string };
  errors: Readonly<Record<string, string>>;
  onOrganization: (id: string) => void;
  onClient: (client: Client | null) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim().slice(0, 100), TYPING_MS);
  const { data: found = [], isPending } = useQuery({
    queryKey: ['clients', { organization, q }],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { limit: OFFERED, ...(q !== '' && { q }), ...(organization !== '' && { organization }) };
      return (await api.GET('/clients', { params: { query }, signal })).data?.items ?? [];
    },
  });
  const offered = found.map((client) => ({ value: client.id, label: shownAs(client) }));
  // Who is chosen has a name even where they are not among those found.
  const isOffered = chosen.id === '' || offered.some(({ value }) => value === chosen.id);
  return (
    <>
      <OrganizationSelect
        id="organization"
        label={t('queue.register.organization')}
        clearable
        error={errors['organization']}
        value={organization === '' ? null : organization}
        onChange={(id) => onOrganization(id ?? '')}
      />
      <Select
        id="onBehalfOf"
        // Scrolled by the arrows of the field: Tab goes on to the next one.
        withScrollArea={false}
        attributes={{ options: { tabIndex: -1 } }}
        styles={{ options: { maxHeight: '14rem', overflowY: 'auto' } }}
        comboboxProps={{ withinPortal: false }}
        searchable
        clearable
        label={t('queue.register.client')}
        placeholder={t('queue.register.client.hint')}
        nothingFoundMessage={isPending ? t('ui.loading') : t('queue.register.client.none')}
        error={errors['onBehalfOf']}
        value={chosen.id === '' ? null : chosen.id}
        data={isOffered ? offered : [{ value: chosen.id, label: chosen.shown }, ...offered]}
        filter={({ options }) => options}
        onChange={(id) => onClient(found.find((client) => client.id === id) ?? null)}
        onSearchChange={(text) => {
          // Once chosen, the field shows the whole label; the service looks in name, address and telephone only.
          if (text !== chosen.shown && !offered.some(({ label }) => label === text)) setTyped(text);
        }}
        renderOption={({ option }) => (
          <Described label={option.label} client={found.find(({ id }) => id === option.value)} />
        )}
      />
    </>
  );
}

/** In the field, and kept with the draft. */
export function shownAs({ name, email }: Client): string {
  return `${name} · ${email}`;
}

function Described({ label, client }: { label: string; client: Client | undefined }): ReactElement {
  return (
    <div>
      {label}
      {client !== undefined && (
        <Text size="sm" c="dimmed">
          {[client.organization.name, client.phone].filter(Boolean).join(' · ')}
        </Text>
      )}
    </div>
  );
}
