import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SaveDialog } from '../../parts/save-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Organization } from './use-organizations';

interface Values {
  name: string;
  customerNumber: string;
}

/** Adds a customer or corrects its data. */
export function CustomerDialog({
  organization,
  onClose,
  onSaved,
}: {
  organization: Organization | null;
  onClose: () => void;
  onSaved?: (organization: Organization) => void;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  return (
    <SaveDialog<Values, Organization>
      title={t(organization === null ? 'customers.add' : 'customers.edit')}
      first={{ name: organization?.name ?? '', customerNumber: organization?.customerNumber ?? '' }}
      version={organization?.version}
      labels={{ name: t('customers.name'), customerNumber: `${t('customers.number')} ${t('ui.optional')}` }}
      stales={[ORGANIZATIONS]}
      send={({ name, customerNumber }, header) => {
        const body = { name, customerNumber: customerNumber.trim() || null };
        return organization === null
          ? api.POST('/organizations', { params: { header }, body })
          : api.PATCH('/organizations/{id}', { params: { path: { id: organization.id }, header }, body });
      }}
      done={({ name }) => t(organization === null ? 'customers.added' : 'customers.changed', { name })}
      onSaved={onSaved}
      onClose={onClose}
    >
      {({ text }) => (
        <>
          <TextInput {...text('name')} data-autofocus maxLength={160} />
          <TextInput {...text('customerNumber')} maxLength={40} />
        </>
      )}
    </SaveDialog>
  );
}
