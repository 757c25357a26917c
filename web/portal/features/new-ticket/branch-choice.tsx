import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useMessages } from '../../../ui/i18n/use-messages';
import { fetchEvery } from '../../parts/fetch-every';
import { NEW_TICKET_PAGE } from './messages';

type Branch = components['schemas']['Branch'];

/** At which of the customer's branches it happens; not asked of a customer without any. */
export function BranchChoice({
  branchId,
  error,
  onChange,
}: {
  /** Empty for none. */
  branchId: string;
  error: string | undefined;
  onChange: (branchId: string) => void;
}): ReactElement | null {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const branches = useQuery<Branch[]>({
    queryKey: ['branches'],
    queryFn: ({ signal }) =>
      fetchEvery(async (query) => (await api.GET('/branches', { params: { query }, signal })).data),
  });
  const isGone = branches.data?.every(({ id }) => id !== branchId) ?? false;
  useEffect(() => {
    // A draft may name one that has been removed since.
    if (isGone && branchId !== '') onChange('');
  });
  if (branches.data === undefined || branches.data.length === 0) return null;
  return (
    <NativeSelect
      id="branchId"
      label={`${t('newTicket.branch')} ${t('ui.optional')}`}
      value={branchId}
      error={error}
      data={[
        { value: '', label: t('newTicket.branch.none') },
        ...branches.data.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
