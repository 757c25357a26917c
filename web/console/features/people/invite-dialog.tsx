import { Select, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Role } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { OrganizationSelect } from '../../parts/organization-select';
import { SaveDialog } from '../../parts/save-dialog';
import { PEOPLE_MESSAGES } from './messages';

export const INVITATIONS = ['invitations'] as const;

export type Invitation = components['schemas']['Invitation'];

const ROLES: readonly Role[] = ['agent', 'supervisor', 'admin', 'client', 'client_admin'];

interface Values {
  name: string;
  email: string;
  role: Role;
  organizationId: string | null;
}

const NEW: Values = { name: '', email: '', role: 'agent', organizationId: null };

/** Invites somebody of the staff or of a customer by mail. */
export function InviteDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  return (
    <SaveDialog<Values, Invitation>
      title={t('people.invite')}
      submit={t('people.invite')}
      first={NEW}
      labels={{
        name: t('people.name'),
        email: t('people.email'),
        role: t('people.role'),
        organizationId: t('people.organizationId'),
      }}
      stales={[INVITATIONS]}
      send={(values, header) => api.POST('/invitations', { params: { header }, body: sent(values) })}
      done={(_, { email }) => t('people.invited', { email })}
      onClose={onClose}
    >
      {({ text, choice, values }) => (
        <>
          <TextInput {...text('name')} data-autofocus />
          <TextInput {...text('email')} type="email" />
          <Select
            {...choice('role')}
            allowDeselect={false}
            data={ROLES.map((value) => ({ value, label: t(`people.role.${value}`) }))}
          />
          {isOfCustomer(values) && <OrganizationSelect {...choice('organizationId')} />}
        </>
      )}
    </SaveDialog>
  );
}

function sent({ name, email, role, organizationId }: Values): {
  name: string;
  email: string;
  role: Role;
  organizationId?: string;
} {
  const invited = { name, email: email.trim(), role };
  return isOfCustomer({ role }) && organizationId !== null ? { ...invited, organizationId } : invited;
}

function isOfCustomer({ role }: Pick<Values, 'role'>): boolean {
  return role === 'client' || role === 'client_admin';
}
