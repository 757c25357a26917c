import { Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useViewer } from '../../../ui/session/viewer';
import { Page } from '../../../ui/shell/page';
import { Facts } from '../../parts/facts';
import { Read } from '../../parts/read';
import { ContractDialog } from './contract-dialog';
import { ContractTable } from './contract-table';
import { CustomerDialog } from './customer-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { useOrganization, type Contract, type Organization } from './use-organizations';

/** One customer: data, contracts, and the way to its tickets. */
export function CustomerPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const { id = '' } = useParams();
  const organization = useOrganization(id);
  const [editing, setEditing] = useState(false);
  const manages = useViewer().role !== 'agent';
  return (
    <Page
      title={organization.data?.name ?? t('customers.customer')}
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
  const [edited, setEdited] = useState<Contract | 'new' | null>(null);
  const { id, customerNumber, createdAt, contracts } = organization;
  return (
    <Stack gap="xl">
      <Facts
        items={[
          [t('customers.number'), customerNumber ?? t('customers.number.none')],
          [t('customers.since'), <Instant key="since" short at={createdAt} />],
        ]}
      />
      <Group>
        <Anchor component={Link} to={`/?view=all&organization=${encodeURIComponent(id)}`}>
          {t('customers.tickets')}
        </Anchor>
        <Anchor component={Link} to={`/archivo?organization=${encodeURIComponent(id)}`}>
          {t('customers.archive')}
        </Anchor>
      </Group>
      <section>
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h3">
            {t('customers.contracts')}
          </Title>
          {manages && <Button onClick={() => setEdited('new')}>{t('customers.contract.add')}</Button>}
        </Group>
        <ContractTable contracts={contracts} {...(manages && { onChange: setEdited })} />
      </section>
      {edited !== null && (
        <ContractDialog
          organizationId={id}
          contract={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Stack>
  );
}
