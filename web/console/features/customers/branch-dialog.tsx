import { Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { newKey } from '../../../ui/api/command-key';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SaveDialog } from '../../parts/save-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Branch, type Organization } from './use-organizations';

interface Values {
  name: string;
  address: string;
  phone: string;
}

/** Adds a place where a customer works, or corrects it. */
export function BranchDialog({
  organization: { id: organizationId, version, branches },
  branch,
  onClose,
}: {
  organization: Organization;
  branch: Branch | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  // Says nothing of the place, so that it may be renamed; the same one when the form is sent again.
  const [branchId] = useState(() => branch?.id ?? newKey());
  const present = branches.find(({ id }) => id === branchId) ?? branch;
  return (
    <SaveDialog<Values, Organization>
      title={
        branch === null ? t('customers.branch.add') : t('customers.branch.change.of', { name: branch.name })
      }
      first={{ name: present?.name ?? '', address: present?.address ?? '', phone: present?.phone ?? '' }}
      version={version}
      labels={{
        name: t('customers.name'),
        address: t('customers.branch.address'),
        phone: `${t('customers.branch.phone')} ${t('ui.optional')}`,
      }}
      stales={[ORGANIZATIONS]}
      send={({ name, address, phone }, header) =>
        api.PUT('/organizations/{id}/branches/{branchId}', {
          params: { path: { id: organizationId, branchId }, header },
          body: { name, address, phone: phone.trim() || null },
        })
      }
      done={(_, { name }) => t('customers.branch.saved', { name })}
      onClose={onClose}
    >
      {({ text }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('customers.branch.hint')}
          </Text>
          <TextInput {...text('name')} data-autofocus maxLength={160} />
          <TextInput {...text('address')} maxLength={400} autoComplete="off" />
          <TextInput {...text('phone')} type="tel" autoComplete="off" />
        </>
      )}
    </SaveDialog>
  );
}
