import { Select, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Role } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { OrganizationSelect } from '../../parts/organization-select';
import { PEOPLE_MESSAGES } from './messages';

export const INVITATIONS = ['invitations'] as const;

const ROLES: readonly Role[] = ['agent', 'supervisor', 'admin', 'client', 'client_admin'];

interface Fields {
  name: string;
  email: string;
  role: Role;
  organizationId: string | null;
}

/** Invites somebody of the staff or of a customer by mail. */
export function InviteDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [fields, setFields] = useState<Fields>({ name: '', email: '', role: 'agent', organizationId: null });
  const change = (news: Partial<Fields>): void => setFields((known) => ({ ...known, ...news }));
  const ofCustomer = fields.role === 'client' || fields.role === 'client_admin';
  const invite = useCommand({
    stales: [INVITATIONS],
    send: ({ name, email, role, organizationId }: Fields, header) =>
      api.POST('/invitations', {
        params: { header },
        body: { name, email: email.trim(), role, ...(ofCustomer && organizationId && { organizationId }) },
      }),
    onDone: (_, { email }) => {
      toast(t('people.invited', { email }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('people.invite')}
      submit={t('people.invite')}
      isPending={invite.isPending}
      problem={invite.error}
      labels={{
        name: t('people.name'),
        email: t('people.email'),
        role: t('people.role'),
        organizationId: t('people.organizationId'),
      }}
      onSubmit={() => invite.mutate(fields)}
      onClose={onClose}
    >
      <TextInput
        id="name"
        label={t('people.name')}
        data-autofocus
        value={fields.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        id="email"
        type="email"
        label={t('people.email')}
        value={fields.email}
        onChange={({ currentTarget }) => change({ email: currentTarget.value })}
      />
      <Select
        id="role"
        label={t('people.role')}
        allowDeselect={false}
        data={ROLES.map((value) => ({ value, label: t(`people.role.${value}`) }))}
        value={fields.role}
        onChange={(value) => change({ role: ROLES.find((known) => known === value) ?? 'agent' })}
      />
      {ofCustomer && (
        <OrganizationSelect
          id="organizationId"
          label={t('people.organizationId')}
          value={fields.organizationId}
          onChange={(organizationId) => change({ organizationId })}
        />
      )}
    </FormDialog>
  );
}
