import { Anchor, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useArchive } from '../../../ui/query/use-archive';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { Page } from '../../../ui/shell/page';
import { DataTable, type Column } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
import { TwoLines } from '../../parts/two-lines';
import { ArchiveFilterBar } from './archive-filter-bar';
import { filtersIn } from './filters';
import { ARCHIVE_MESSAGES } from './messages';

/** Closed tickets by folio, words, type, customer, reason and days; the filters stay in the address. */
export function ArchivePage(): ReactElement {
  const { t } = useMessages(ARCHIVE_MESSAGES);
  const [search] = useSearchParams();
  const { data: catalog } = useCatalog();
  const columns: Column<Ticket>[] = [
    {
      header: t('archive.ticket'),
      cell: ({ folio, subject }) => (
        <TwoLines second={subject}>
          <Anchor component={Link} to={`/archivo/${folio}`} inherit>
            {folio}
          </Anchor>
        </TwoLines>
      ),
    },
    { header: t('archive.customer'), cell: ({ organization }) => organization.name ?? organization.id },
    { header: t('archive.type'), cell: ({ type }) => typeLabel(catalog, type) },
    { header: t('ui.priority'), cell: ({ priority }) => <PriorityBadge priority={priority} /> },
    {
      header: t('ui.reason'),
      cell: ({ closure }) => (closure === null ? '—' : t(`ui.reason.${closure.reason}`)),
    },
    {
      header: t('archive.closedAt'),
      cell: ({ closure }) => (closure === null ? '—' : <Instant short at={closure.at} />),
    },
  ];
  return (
    <Page title={t('archive.title')}>
      <Text mb="md" c="dimmed">
        {t('archive.intro')}
      </Text>
      <ArchiveFilterBar />
      <Paged pages={useArchive(filtersIn(search))} empty={t('archive.empty')}>
        {(items) => (
          <DataTable
            caption={t('archive.title')}
            columns={columns}
            rows={items}
            rowKey={({ folio }) => folio}
          />
        )}
      </Paged>
    </Page>
  );
}
