import { Button, Group, Text, Title } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { DataTable } from '../../parts/data-table';
import { RowButton } from '../../parts/row-button';
import { BranchDialog } from './branch-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Branch, type Organization } from './use-organizations';

/** Where a customer works: its people choose one of these places for a ticket. */
export function Branches({
  organization,
  manages,
}: {
  organization: Organization;
  manages: boolean;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const { id, branches } = organization;
  const [edited, setEdited] = useState<Branch | 'new' | null>(null);
  const [removed, setRemoved] = useState<Branch | null>(null);
  const actions = (branch: Branch): ReactElement => (
    <Group gap="xs" wrap="nowrap">
      <RowButton
        name={t('customers.branch.change.of', { name: branch.name })}
        onClick={() => setEdited(branch)}
      >
        {t('customers.contract.change')}
      </RowButton>
      <RowButton
        name={t('customers.branch.remove.of', { name: branch.name })}
        onClick={() => setRemoved(branch)}
      >
        {t('customers.branch.remove')}
      </RowButton>
    </Group>
  );
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3">
          {t('customers.branches')}
        </Title>
        {manages && (
          <Button variant="default" onClick={() => setEdited('new')}>
            {t('customers.branch.add')}
          </Button>
        )}
      </Group>
      {branches.length === 0 ? (
        <EmptyState>{t('customers.branches.empty')}</EmptyState>
      ) : (
        <DataTable
          caption={t('customers.branches')}
          rows={branches}
          rowKey={(branch) => branch.id}
          columns={[
            { header: t('customers.branch'), cell: ({ name }) => name },
            { header: t('customers.branch.address'), cell: ({ address }) => address },
            { header: t('customers.branch.phone'), cell: ({ phone }) => phone ?? '—' },
            ...(manages ? [{ header: '', cell: actions }] : []),
          ]}
        />
      )}
      {edited !== null && (
        <BranchDialog
          organization={organization}
          branch={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      {removed !== null && (
        <ConfirmDialog
          danger
          title={t('customers.branch.remove.of', { name: removed.name })}
          submit={t('customers.branch.remove')}
          stales={[ORGANIZATIONS]}
          send={(header) =>
            api.DELETE('/organizations/{id}/branches/{branchId}', {
              params: { path: { id, branchId: removed.id }, header },
            })
          }
          done={() => t('customers.branch.removed', { name: removed.name })}
          onClose={() => setRemoved(null)}
        >
          <Text>{t('customers.branch.remove.body')}</Text>
        </ConfirmDialog>
      )}
    </section>
  );
}
