import { NativeSelect, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import { useKnownClients, type KnownClient } from './use-known-clients';

const TYPING_MS = 200;

/** For whom a ticket is registered: first the customer, then the person. */
export function ClientField({
  organization,
  client,
  onOrganization,
  onClient,
}: {
  organization: string;
  client: string;
  onOrganization: (id: string) => void;
  onClient: (client: KnownClient | undefined) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['organizations', 'list', q],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = q === '' ? {} : { q };
      return (await api.GET('/organizations', { params: { query }, signal })).data?.items ?? [];
    },
  });
  return (
    <>
      <Select
        id="organization"
        searchable
        label={t('queue.register.organization')}
        placeholder={t('queue.register.organization.hint')}
        value={organization === '' ? null : organization}
        onChange={(id) => onOrganization(id ?? '')}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        data={(data ?? []).map(({ id, name, customerNumber }) => ({
          value: id,
          label: customerNumber === null ? name : `${name} (${customerNumber})`,
        }))}
      />
      {organization !== '' && (
        <PersonField key={organization} organization={organization} client={client} onClient={onClient} />
      )}
    </>
  );
}

function PersonField({
  organization,
  client,
  onClient,
}: {
  organization: string;
  client: string;
  onClient: (client: KnownClient | undefined) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const clients = useKnownClients(organization);
  if (clients?.length === 0) return <Text size="sm">{t('queue.register.client.none')}</Text>;
  return (
    <NativeSelect
      id="onBehalfOf"
      label={t('queue.register.client')}
      value={client}
      onChange={(event) => onClient(clients?.find(({ id }) => id === event.currentTarget.value))}
      data={[
        { value: '', label: t('queue.register.client.choose') },
        ...(clients ?? []).map(({ id, name, contact }) => ({
          value: id,
          label: `${name} · ${contact.email}`,
        })),
      ]}
    />
  );
}
