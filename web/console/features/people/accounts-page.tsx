import { Anchor, Group, NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Column } from '../../parts/data-table';
import { OrganizationSelect } from '../../parts/organization-select';
import { PagedTable } from '../../parts/paged-table';
import { SearchField } from '../../parts/search-field';
import { TwoLines } from '../../parts/two-lines';
import { AccountStatus } from './account-status';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';
import { KINDS, STATUSES, useAccounts, type Account, type AccountFilters } from './use-accounts';

type T = ReturnType<typeof useMessages<typeof PEOPLE_MESSAGES>>['t'];

/** Everybody who has an account; what is looked for stays in the address. */
export function AccountsPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const accounts = useAccounts(filters);
  const set = (name: 'kind' | 'status' | 'organization', value: string | null): void =>
    setSearch(
      (known) => {
        if (value) known.set(name, value);
        else known.delete(name);
        return known;
      },
      { replace: true },
    );
  return (
    <PeopleFrame title={t('people.accounts')} intro={t('people.accounts.intro')}>
      <Group mb="md" align="flex-end">
        <SearchField label={t('people.accounts.search')} />
        <NativeSelect
          label={t('people.kind')}
          value={filters.kind ?? ''}
          data={[
            { value: '', label: t('people.kind.all') },
            ...KINDS.map((value) => ({ value, label: t(`people.kind.${value}`) })),
          ]}
          onChange={({ currentTarget }) => set('kind', currentTarget.value)}
        />
        <NativeSelect
          label={t('people.status')}
          value={filters.status ?? ''}
          data={[
            { value: '', label: t('people.kind.all') },
            ...STATUSES.map((value) => ({ value, label: t(`people.status.${value}`) })),
          ]}
          onChange={({ currentTarget }) => set('status', currentTarget.value)}
        />
        <OrganizationSelect
          id="organization"
          label={t('people.organizationId')}
          clearable
          value={filters.organization ?? null}
          onChange={(organization) => set('organization', organization)}
        />
      </Group>
      <PagedTable
        pages={accounts}
        empty={t('people.accounts.empty')}
        caption={t('people.accounts')}
        columns={columns(t)}
        rowKey={({ id }) => id}
      />
    </PeopleFrame>
  );
}

function columns(t: T): Column<Account>[] {
  return [
    {
      header: t('people.person'),
      cell: ({ id, name, email }) => (
        <TwoLines second={email}>
          <Anchor component={Link} to={`/personas/cuentas/${id}`} inherit>
            {name}
          </Anchor>
        </TwoLines>
      ),
    },
    { header: t('people.role'), cell: ({ role }) => t(`people.roleName.${role}`) },
    {
      header: t('people.organizationId'),
      cell: ({ organization, branch }) =>
        organization === null ? (
          t('people.support')
        ) : (
          <TwoLines second={branch?.name ?? null}>{organization.name}</TwoLines>
        ),
    },
    { header: t('people.status'), cell: ({ status }) => <AccountStatus status={status} /> },
    {
      header: t('people.lastLogIn'),
      cell: ({ lastLogInAt }) =>
        lastLogInAt === null ? t('people.lastLogIn.never') : <Instant short at={lastLogInAt} />,
    },
    { header: t('people.twoStep'), cell: ({ twoStep }) => t(twoStep ? 'people.on' : 'people.off') },
  ];
}

/** What stands in the address and means something; the rest is as if it were not there. */
function filtersIn(search: URLSearchParams): AccountFilters {
  const q = search.get('q') ?? '';
  const organization = search.get('organization') ?? '';
  const kind = KINDS.find((known) => known === search.get('kind'));
  const status = STATUSES.find((known) => known === search.get('status'));
  return {
    ...(q !== '' && { q }),
    ...(organization !== '' && { organization }),
    ...(kind && { kind }),
    ...(status && { status }),
  };
}
