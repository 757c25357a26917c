import { Button, Group, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ContractDialog } from './contract-dialog';
import { ContractTable } from './contract-table';
import { CUSTOMERS_MESSAGES } from './messages';
import type { Contract, Organization } from './use-organizations';

/** What a customer has hired. */
export function Contracts({
  organization,
  manages,
}: {
  organization: Organization;
  manages: boolean;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const [edited, setEdited] = useState<Contract | 'new' | null>(null);
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">
          {t('customers.contracts')}
        </Title>
        {manages && (
          <Button variant="default" onClick={() => setEdited('new')}>
            {t('customers.contract.add')}
          </Button>
        )}
      </Group>
      <ContractTable contracts={organization.contracts} {...(manages && { onChange: setEdited })} />
      {edited !== null && (
        <ContractDialog
          organization={organization}
          contract={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}
