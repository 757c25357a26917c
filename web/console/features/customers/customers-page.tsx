import { Anchor, Box, Button, Group } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import type { Column } from '../../parts/data-table';
import { PagedTable } from '../../parts/paged-table';
import { SearchField } from '../../parts/search-field';
import { CustomerDialog } from './customer-dialog';
import { CustomersFrame } from './customers-frame';
import { DepartedBadge } from './departed-badge';
import { CUSTOMERS_MESSAGES } from './messages';
import { StandingBadge } from './standing-badge';
import { useOrganizations, type Organization } from './use-organizations';

/** Customers with the standing of their contracts; the search stays in the address. */
export function CustomersPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const organizations = useOrganizations(search.get('q') ?? '');
  const [adding, setAdding] = useState(false);
  const manages = useViewer().role !== 'agent';
  return (
    <CustomersFrame
      title={t('customers.nav')}
      intro={t('customers.intro')}
      actions={manages && <Button onClick={() => setAdding(true)}>{t('customers.add')}</Button>}
    >
      <Box mb="md">
        <SearchField label={t('customers.search')} />
      </Box>
      <PagedTable
        pages={organizations}
        empty={t('customers.empty')}
        caption={t('customers.nav')}
        columns={columns(t)}
        rowKey={({ id }) => id}
      />
      {adding && (
        <CustomerDialog
          organization={null}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate(`/clientes/${id}`)}
        />
      )}
    </CustomersFrame>
  );
}

type T = ReturnType<typeof useMessages<typeof CUSTOMERS_MESSAGES>>['t'];

function columns(t: T): Column<Organization>[] {
  return [
    {
      header: t('customers.customer'),
      cell: ({ id, name }) => (
        <Anchor component={Link} to={`/clientes/${id}`} inherit>
          {name}
        </Anchor>
      ),
    },
    {
      header: t('customers.number'),
      cell: ({ customerNumber }) => customerNumber ?? t('customers.number.none'),
    },
    {
      header: t('customers.contracts'),
      cell: ({ contracts, departure }) =>
        departure === null ? <Standings contracts={contracts} /> : <DepartedBadge />,
    },
    {
      header: t('customers.branches'),
      numeric: true,
      cell: ({ branches }) => branches.length,
    },
  ];
}

function Standings({ contracts }: Pick<Organization, 'contracts'>): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  if (contracts.length === 0) return <>{t('customers.contracts.none')}</>;
  return (
    <Group gap="xs">
      {contracts.map((contract) => (
        <span key={contract.number}>
          {contract.number} <StandingBadge contract={contract} />
        </span>
      ))}
    </Group>
  );
}
