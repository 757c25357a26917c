import { Radio, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { OrganizationSelect } from '../../parts/organization-select';
import { SaveDialog } from '../../parts/save-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { REGISTRATIONS, type Registration } from './use-registrations';

const ROLES = ['client', 'client_admin'] as const;

interface Values {
  organizationId: string | null;
  role: (typeof ROLES)[number];
}

/** Gives somebody the account that they asked for, as somebody of a customer. */
export function ApproveDialog({
  registration: { id, name, organizationId },
  onClose,
}: {
  registration: Registration;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  return (
    <SaveDialog<Values, unknown>
      title={t('people.approve.of', { name })}
      submit={t('people.approve')}
      first={{ organizationId, role: 'client' }}
      labels={{ organizationId: t('people.organizationId'), role: t('people.role') }}
      stales={[REGISTRATIONS]}
      send={({ organizationId: chosen, role }, header) =>
        api.PUT('/registrations/{id}/approval', {
          params: { path: { id }, header },
          body: { organizationId: chosen ?? '', role },
        })
      }
      done={() => t('people.approved', { name })}
      onClose={onClose}
    >
      {({ choice }) => (
        <>
          <OrganizationSelect {...choice('organizationId')} />
          <Radio.Group {...choice('role')}>
            <Stack gap="xs" mt="xs">
              {ROLES.map((value) => (
                <Radio key={value} value={value} label={t(`people.role.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
    </SaveDialog>
  );
}
