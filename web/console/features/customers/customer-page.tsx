import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { BackLink } from '../../parts/back-link';
import { Facts } from '../../parts/facts';
import { JsonExport } from '../../parts/json-export';
import { Read } from '../../parts/read';
import { Step } from '../../parts/step';
import { Branches } from './branches';
import { Contracts } from './contracts';
import { CustomerDialog } from './customer-dialog';
import { Departure, DepartureNotice } from './departure';
import { exportCustomer } from './export-customer';
import { CUSTOMERS_MESSAGES } from './messages';
import { useOrganization, type Organization } from './use-organizations';

/** One customer: its data, contracts and branches, the way to its people and tickets, and its leaving. */
export function CustomerPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const { id = '' } = useParams();
  const organization = useOrganization(id);
  const [editing, setEditing] = useState(false);
  const manages = useViewer().role !== 'agent';
  return (
    <Page
      title={organization.data?.name ?? t('customers.customer')}
      back={<BackLink to="/clientes">{t('customers.back')}</BackLink>}
      actions={
        manages &&
        organization.data && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('customers.edit')}
          </Button>
        )
      }
    >
      <Read query={organization}>{(data) => <Customer organization={data} manages={manages} />}</Read>
      {editing && organization.data && (
        <CustomerDialog organization={organization.data} onClose={() => setEditing(false)} />
      )}
    </Page>
  );
}

function Customer({ organization, manages }: { organization: Organization; manages: boolean }): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const exports = useViewer().role === 'admin';
  const { id, customerNumber, createdAt } = organization;
  const of = `organization=${encodeURIComponent(id)}`;
  const links = [
    { to: `/?view=all&${of}`, label: t('customers.tickets') },
    { to: `/archivo?${of}`, label: t('customers.archive') },
    ...(manages ? [{ to: `/personas/cuentas?${of}`, label: t('customers.people') }] : []),
  ];
  return (
    <Stack gap="xl">
      <DepartureNotice organization={organization} />
      <Facts
        items={[
          [t('customers.number'), customerNumber ?? t('customers.number.none')],
          [t('customers.since'), <Instant key="since" short at={createdAt} />],
        ]}
      />
      <Group gap="lg">
        {links.map(({ to, label }) => (
          <Anchor key={to} component={Link} to={to}>
            {label}
          </Anchor>
        ))}
      </Group>
      <Contracts organization={organization} manages={manages} />
      <Branches organization={organization} manages={manages} />
      {exports && (
        <Step title={t('customers.export')} hint={t('customers.export.hint')}>
          <JsonExport fileName={`cliente-${customerNumber ?? id}`} fetchAll={() => exportCustomer(id)}>
            {t('customers.export.get')}
          </JsonExport>
        </Step>
      )}
      {manages && <Departure organization={organization} />}
    </Stack>
  );
}
