import { Select, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Role } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SaveDialog } from '../../parts/save-dialog';
import { useOrganization } from '../../parts/use-organization';
import { PEOPLE_MESSAGES } from './messages';
import { ACCOUNTS, type Account } from './use-accounts';

const STAFF: readonly Role[] = ['agent', 'supervisor', 'admin'];
const CLIENTS: readonly Role[] = ['client', 'client_admin'];

interface Values {
  role: Role;
  branchId: string | null;
}

/** What somebody may do, within their kind, and at which branch of their customer they work. */
export function PlaceDialog({ account, onClose }: { account: Account; onClose: () => void }): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { id, name, role, organization, branch } = account;
  const roles = organization === null ? STAFF : CLIENTS;
  return (
    <SaveDialog<Values, Account>
      title={t('people.step.place.of', { name })}
      first={{ role, branchId: branch?.id ?? null }}
      labels={{ role: t('people.role'), branchId: `${t('people.branch')} ${t('ui.optional')}` }}
      stales={[ACCOUNTS]}
      send={({ role: chosen, branchId }) =>
        api.PATCH('/people/{id}', {
          params: { path: { id } },
          body: organization === null ? { role: chosen } : { role: chosen, branchId },
        })
      }
      done={() => t('people.changed', { name })}
      onClose={onClose}
    >
      {({ choice, values }) => (
        <>
          <Select
            {...choice('role')}
            data-autofocus
            allowDeselect={false}
            data={roles.map((value) => ({ value, label: t(`people.role.${value}`) }))}
          />
          {values.role !== role && (
            <Text size="sm" role="status">
              {t('people.step.place.logIns', { name })}
            </Text>
          )}
          {organization !== null && <BranchSelect organizationId={organization.id} {...choice('branchId')} />}
        </>
      )}
    </SaveDialog>
  );
}

function BranchSelect({
  organizationId,
  ...select
}: {
  organizationId: string;
  id: string;
  label: string;
  error: string | undefined;
  value: string | null;
  onChange: (branchId: string | null) => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const { data } = useOrganization(organizationId);
  return (
    <Select
      {...select}
      clearable
      placeholder={t('people.branch.none')}
      data={(data?.branches ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
