import { TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Organization } from './use-organizations';

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
  const [name, setName] = useState(organization?.name ?? '');
  const [number, setNumber] = useState(organization?.customerNumber ?? '');
  const save = useCommand<{ name: string; customerNumber: string | null }, Organization>({
    stales: [ORGANIZATIONS],
    send: (body, header) =>
      organization === null
        ? api.POST('/organizations', { params: { header }, body })
        : api.PATCH('/organizations/{id}', { params: { path: { id: organization.id } }, body }),
    onDone: (saved) => {
      toast(t(organization === null ? 'customers.added' : 'customers.changed', { name: saved.name }));
      onClose();
      onSaved?.(saved);
    },
  });
  return (
    <FormDialog
      title={t(organization === null ? 'customers.add' : 'customers.edit')}
      submit={t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={{ name: t('customers.name'), customerNumber: t('customers.number') }}
      onSubmit={() => save.mutate({ name, customerNumber: number.trim() || null })}
      onClose={onClose}
    >
      <TextInput
        id="name"
        label={t('customers.name')}
        data-autofocus
        maxLength={160}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        id="customerNumber"
        label={`${t('customers.number')} ${t('ui.optional')}`}
        maxLength={40}
        value={number}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
    </FormDialog>
  );
}
