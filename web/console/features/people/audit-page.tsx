import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../../ui/api/client';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { DataTable } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
import { useList } from '../../parts/use-list';
import { AuditDialog, type AuditEntry } from './audit-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';
import { useAgents } from './use-agents';

/** What was done to accounts and settings, the newest first. */
export function AuditPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const { items: agents = [] } = useAgents();
  const filters = Object.fromEntries(
    ['actor', 'target'].flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])),
  );
  const entries = useList<AuditEntry>(['audit', filters], ({ signal, cursor }) =>
    api.GET('/audit', {
      params: { query: { ...filters, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  const filter = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setSearch(
      Object.fromEntries(
        ['actor', 'target'].flatMap((name) => {
          const value = given.get(name);
          return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
        }),
      ),
    );
  };
  const nameOf = ({ id, role }: { id: string; role: string }): string => {
    if (id === viewer.id) return viewer.name;
    return agents.find((agent) => agent.id === id)?.name ?? `${role} ${id}`;
  };
  return (
    <PeopleFrame title={t('people.audit')} intro={t('people.audit.intro')}>
      <form onSubmit={filter} key={search.toString()}>
        <Group align="flex-end" mb="md">
          <TextInput name="actor" label={t('people.audit.actor')} defaultValue={search.get('actor') ?? ''} />
          <TextInput
            name="target"
            label={t('people.audit.target')}
            defaultValue={search.get('target') ?? ''}
          />
          <Button type="submit" variant="default">
            {t('people.audit.filter')}
          </Button>
        </Group>
      </form>
      <Paged pages={entries} empty={t('people.audit.empty')}>
        {(items) => (
          <DataTable
            caption={t('people.audit')}
            rows={items}
            rowKey={({ seq }) => String(seq)}
            columns={[
              { header: t('people.audit.entry'), cell: ({ seq }) => seq },
              { header: t('people.audit.at'), cell: ({ at }) => <Instant short at={at} /> },
              {
                header: t('people.audit.who'),
                cell: ({ actor }) => (actor === null ? t('people.audit.nobody') : nameOf(actor)),
              },
              { header: t('people.audit.action'), cell: ({ action }) => <code>{action}</code> },
              { header: t('people.audit.on'), cell: ({ target }) => `${target.kind} ${target.id}` },
              {
                header: '',
                cell: (entry) => (
                  <Button
                    size="compact-md"
                    variant="default"
                    aria-label={t('people.audit.details.of', { seq: entry.seq })}
                    onClick={() => setOpened(entry)}
                  >
                    {t('people.audit.see')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Paged>
      {opened && <AuditDialog entry={opened} onClose={() => setOpened(null)} />}
    </PeopleFrame>
  );
}
