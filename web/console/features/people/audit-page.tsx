import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../../../ui/api/client';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PagedTable } from '../../parts/paged-table';
import { RowButton } from '../../parts/row-button';
import { useList } from '../../parts/use-list';
import { AccountSelect } from './account-select';
import { actionText } from './action-text';
import { AuditDialog } from './audit-dialog';
import { AuditSubject, type AuditEntry } from './audit-subject';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';
import { PersonName } from './person-name';

const PAUSE_MS = 250;

/** What was done to accounts and settings, the newest first. */
export function AuditPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [search, setSearch] = useSearchParams();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const actor = search.get('actor') ?? '';
  const target = search.get('target') ?? '';
  const filters = { ...(actor !== '' && { actor }), ...(target !== '' && { target }) };
  const entries = useList<AuditEntry>(['audit', filters], ({ signal, cursor }) =>
    api.GET('/audit', {
      params: { query: { ...filters, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  const set = (name: 'actor' | 'target', value: string | null): void =>
    setSearch(
      (known) => {
        if (value) known.set(name, value);
        else known.delete(name);
        return known;
      },
      { replace: true },
    );
  const findTarget = useDebouncedCallback((text: string) => set('target', text.trim()), PAUSE_MS);
  return (
    <PeopleFrame title={t('people.audit')} intro={t('people.audit.intro')}>
      <Group align="flex-end" mb="md">
        <AccountSelect label={t('people.audit.who')} value={actor} onChange={(id) => set('actor', id)} />
        <TextInput
          label={t('people.audit.target')}
          w="100%"
          maw={360}
          defaultValue={target}
          onChange={({ currentTarget }) => findTarget(currentTarget.value)}
        />
      </Group>
      <PagedTable
        pages={entries}
        empty={t('people.audit.empty')}
        caption={t('people.audit')}
        rowKey={({ seq }) => String(seq)}
        columns={[
          { header: t('people.audit.action'), cell: ({ action }) => actionText(action, t) },
          {
            header: t('people.audit.who'),
            cell: ({ actor: who }) => (who === null ? t('people.audit.nobody') : <PersonName id={who.id} />),
          },
          { header: t('people.audit.on'), cell: ({ target: subject }) => <AuditSubject target={subject} /> },
          { header: t('people.audit.at'), cell: ({ at }) => <Instant short at={at} /> },
          {
            header: '',
            cell: (entry) => (
              <RowButton
                name={t('people.audit.details.of', { seq: entry.seq })}
                onClick={() => setOpened(entry)}
              >
                {t('people.audit.see')}
              </RowButton>
            ),
          },
        ]}
      />
      {opened && <AuditDialog entry={opened} onClose={() => setOpened(null)} />}
    </PeopleFrame>
  );
}
