import { Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Contract, type Organization } from './use-organizations';

type Fields = Omit<Contract, 'standing'>;

/** Adds a contract to a customer, or renews, suspends or ends one. */
export function ContractDialog({
  organizationId,
  contract,
  onClose,
}: {
  organizationId: string;
  contract: Contract | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const { data: catalog } = useCatalog();
  const [fields, setFields] = useState<Fields>(() => fieldsOf(contract));
  const change = (news: Partial<Fields>): void => setFields((known) => ({ ...known, ...news }));
  const save = useCommand<Fields, Organization>({
    stales: [ORGANIZATIONS],
    send: ({ number, ...body }, header) =>
      api.PUT('/organizations/{id}/contracts/{number}', {
        params: { path: { id: organizationId, number: number.trim() || '-' }, header },
        body,
      }),
    onDone: (_, { number }) => {
      toast(t('customers.contract.saved', { number }));
      onClose();
    },
  });
  const labels = {
    number: t('customers.contract.number'),
    product: t('customers.contract.product'),
    startsOn: t('customers.contract.startsOn'),
    endsOn: t('customers.contract.endsOn'),
    plan: t('customers.contract.plan'),
  };
  return (
    <FormDialog
      title={
        contract === null
          ? t('customers.contract.add')
          : t('customers.contract.change.of', { number: contract.number })
      }
      submit={t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={labels}
      onSubmit={() => save.mutate(fields)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('customers.contract.hint')}
      </Text>
      {contract === null && (
        <TextInput
          id="number"
          label={labels.number}
          data-autofocus
          maxLength={100}
          value={fields.number}
          onChange={({ currentTarget }) => change({ number: currentTarget.value })}
        />
      )}
      <Select
        id="product"
        label={labels.product}
        allowDeselect={false}
        value={fields.product === '' ? null : fields.product}
        data={(catalog?.products ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(product) => change({ product: product ?? '' })}
      />
      <Group grow>
        <TextInput
          id="startsOn"
          type="date"
          label={labels.startsOn}
          value={fields.startsOn}
          onChange={({ currentTarget }) => change({ startsOn: currentTarget.value })}
        />
        <TextInput
          id="endsOn"
          type="date"
          label={labels.endsOn}
          value={fields.endsOn}
          onChange={({ currentTarget }) => change({ endsOn: currentTarget.value })}
        />
      </Group>
      <TextInput
        id="plan"
        label={labels.plan}
        maxLength={80}
        value={fields.plan}
        onChange={({ currentTarget }) => change({ plan: currentTarget.value })}
      />
      <Checkbox
        label={t('customers.contract.suspended')}
        checked={fields.suspended}
        onChange={({ currentTarget }) => change({ suspended: currentTarget.checked })}
      />
    </FormDialog>
  );
}

function fieldsOf(contract: Contract | null): Fields {
  if (contract === null)
    return { number: '', product: '', startsOn: '', endsOn: '', plan: '', suspended: false };
  const { number, product, startsOn, endsOn, plan, suspended } = contract;
  return { number, product, startsOn, endsOn, plan, suspended };
}
