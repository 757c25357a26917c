import { Radio, Stack } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { OrganizationSelect } from '../../parts/organization-select';
import { PEOPLE_MESSAGES } from './messages';
import { REGISTRATIONS, type Registration } from './use-registrations';

const ROLES = ['client', 'client_admin'] as const;

/** Gives somebody the account that they asked for, as somebody of a customer. */
export function ApproveDialog({
  registration: { id, name, organizationId },
  onClose,
}: {
  registration: Registration;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const [organization, setOrganization] = useState(organizationId);
  const [role, setRole] = useState<(typeof ROLES)[number]>('client');
  const approve = useCommand({
    stales: [REGISTRATIONS],
    send: (body: { organizationId: string; role: (typeof ROLES)[number] }, header) =>
      api.PUT('/registrations/{id}/approval', { params: { path: { id }, header }, body }),
    onDone: () => {
      toast(t('people.approved', { name }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('people.approve.of', { name })}
      submit={t('people.approve')}
      isPending={approve.isPending}
      problem={approve.error}
      labels={{ organizationId: t('people.organizationId'), role: t('people.role') }}
      onSubmit={() => approve.mutate({ organizationId: organization ?? '', role })}
      onClose={onClose}
    >
      <OrganizationSelect
        id="organizationId"
        label={t('people.organizationId')}
        value={organization}
        onChange={setOrganization}
      />
      <Radio.Group
        label={t('people.role')}
        value={role}
        onChange={(value) => setRole(ROLES.find((known) => known === value) ?? 'client')}
      >
        <Stack gap="xs" mt="xs">
          {ROLES.map((value) => (
            <Radio key={value} value={value} label={t(`people.role.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
