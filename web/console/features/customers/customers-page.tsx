import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { DataTable, type Column } from '../../parts/data-table';
import { Paged } from '../../parts/paged';
import { CustomerDialog } from './customer-dialog';
import { CustomersFrame } from './customers-frame';
import { CUSTOMERS_MESSAGES } from './messages';
import { StandingBadge } from './standing-badge';
import { useOrganizations, type Organization } from './use-organizations';

const PAUSE_MS = 250;

/** Customers with the standing of their contracts; the search stays in the address. */
export function CustomersPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const organizations = useOrganizations(q);
  const [adding, setAdding] = useState(false);
  const find = useDebouncedCallback((text: string) => {
    const wanted = text.trim();
    setSearch(wanted === '' ? {} : { q: wanted }, { replace: true });
  }, PAUSE_MS);
  const manages = useViewer().role !== 'agent';
  return (
    <CustomersFrame
      title={t('customers.nav')}
      intro={t('customers.intro')}
      actions={manages && <Button onClick={() => setAdding(true)}>{t('customers.add')}</Button>}
    >
      <TextInput
        type="search"
        mb="md"
        maw={420}
        label={t('customers.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        defaultValue={q}
        onChange={({ currentTarget }) => find(currentTarget.value)}
      />
      <Paged pages={organizations} empty={t('customers.empty')}>
        {(items) => (
          <DataTable caption={t('customers.nav')} columns={columns(t)} rows={items} rowKey={({ id }) => id} />
        )}
      </Paged>
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
    { header: t('customers.contracts'), cell: ({ contracts }) => <Standings contracts={contracts} /> },
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
