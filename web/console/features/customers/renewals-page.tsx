import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { Instant } from '../../../ui/format/instant';
import { plainDayText } from '../../../ui/format/plain-day-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { DataTable } from '../../parts/data-table';
import { Read } from '../../parts/read';
import { TwoLines } from '../../parts/two-lines';
import { CustomersFrame } from './customers-frame';
import { daysUntil } from './day';
import { CUSTOMERS_MESSAGES } from './messages';
import { Refusals } from './refusals';
import { ENDS_SOON_DAYS, StandingBadge } from './standing-badge';
import type { Contract, Organization } from './use-organizations';
import { useHeldRegistrations, useManyOrganizations, type Many } from './use-renewals';

interface Due {
  organization: Organization;
  contract: Contract;
}

/** For the people who renew contracts: what ended or soon does, and who could not get in because of it. */
export function RenewalsPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const organizations = useManyOrganizations();
  return (
    <CustomersFrame title={t('customers.renewals')} intro={t('customers.renewals.intro')}>
      <Stack gap="xl">
        <section>
          <Title order={2} size="h3" mb="sm">
            {t('customers.renewals.contracts')}
          </Title>
          <Read query={organizations}>{(many) => <DueContracts many={many} />}</Read>
        </section>
        <section>
          <Title order={2} size="h3" mb="sm">
            {t('customers.renewals.registrations')}
          </Title>
          <HeldRegistrations />
        </section>
        <section>
          <Title order={2} size="h3" mb="sm">
            {t('customers.refusals')}
          </Title>
          <Refusals />
        </section>
      </Stack>
    </CustomersFrame>
  );
}

function DueContracts({ many }: { many: Many }): ReactElement {
  const { t, language } = useMessages(CUSTOMERS_MESSAGES);
  const due = dueContracts(many.organizations);
  return (
    <>
      {due.length === 0 ? (
        <EmptyState>{t('customers.renewals.empty')}</EmptyState>
      ) : (
        <DataTable
          caption={t('customers.renewals.contracts')}
          rows={due}
          rowKey={({ organization, contract }) => `${organization.id}/${contract.number}`}
          columns={[
            {
              header: t('customers.customer'),
              cell: ({ organization: { id, name } }) => (
                <Anchor component={Link} to={`/clientes/${id}`} inherit>
                  {name}
                </Anchor>
              ),
            },
            { header: t('customers.contract'), cell: ({ contract }) => contract.number },
            {
              header: t('customers.contract.endsOn'),
              cell: ({ contract }) => plainDayText(contract.endsOn, language),
            },
            {
              header: t('customers.standing'),
              cell: ({ contract }) => <StandingBadge contract={contract} />,
            },
          ]}
        />
      )}
      {many.more && (
        <Text size="sm" mt="sm">
          {t('customers.renewals.partial', { count: many.organizations.length })}
        </Text>
      )}
    </>
  );
}

function HeldRegistrations(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  return (
    <Read query={useHeldRegistrations()}>
      {(registrations) =>
        registrations.length === 0 ? (
          <EmptyState>{t('customers.renewals.registrations.empty')}</EmptyState>
        ) : (
          <DataTable
            caption={t('customers.renewals.registrations')}
            rows={registrations}
            rowKey={({ id }) => id}
            columns={[
              {
                header: t('customers.renewals.person'),
                cell: ({ name, email }) => <TwoLines second={email}>{name}</TwoLines>,
              },
              { header: t('customers.renewals.company'), cell: ({ company }) => company },
              {
                header: t('customers.renewals.since'),
                cell: ({ createdAt }) => <Instant short at={createdAt} />,
              },
              {
                header: t('customers.renewals.state'),
                cell: ({ state }) => t(`customers.renewals.${state}`),
              },
            ]}
          />
        )
      }
    </Read>
  );
}

/** Of each present customer without a contract that holds on, those that ended, are suspended or end soon. */
function dueContracts(organizations: readonly Organization[]): Due[] {
  return organizations
    .filter(({ contracts, departure }) => departure === null && !contracts.some(holdsOn))
    .flatMap((organization) => organization.contracts.map((contract) => ({ organization, contract })))
    .sort((one, other) => other.contract.endsOn.localeCompare(one.contract.endsOn));
}

function holdsOn({ standing, endsOn }: Contract): boolean {
  return standing === 'not_begun' || (standing === 'in_force' && daysUntil(endsOn) > ENDS_SOON_DAYS);
}
