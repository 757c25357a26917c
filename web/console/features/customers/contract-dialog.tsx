import { Checkbox, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { SaveDialog } from '../../parts/save-dialog';
import { CUSTOMERS_MESSAGES } from './messages';
import { ORGANIZATIONS, type Contract, type Organization } from './use-organizations';

type Values = Omit<Contract, 'standing'>;

const NEW: Values = { number: '', product: '', startsOn: '', endsOn: '', plan: '', suspended: false };

/** Adds a contract to a customer, or renews, suspends or ends one. */
export function ContractDialog({
  organization: { id, version, contracts },
  contract,
  onClose,
}: {
  organization: Organization;
  contract: Contract | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const { data: catalog } = useCatalog();
  const present = contracts.find(({ number }) => number === contract?.number) ?? contract;
  const ours = (catalog?.products ?? []).filter(({ providedByUs }) => providedByUs);
  return (
    <SaveDialog<Values, Organization>
      title={
        contract === null
          ? t('customers.contract.add')
          : t('customers.contract.change.of', { number: contract.number })
      }
      first={present === null ? NEW : valuesOf(present)}
      version={version}
      labels={{
        number: t('customers.contract.number'),
        product: t('customers.contract.product'),
        startsOn: t('customers.contract.startsOn'),
        endsOn: t('customers.contract.endsOn'),
        plan: t('customers.contract.plan'),
        suspended: t('customers.contract.suspended'),
      }}
      stales={[ORGANIZATIONS]}
      send={({ number, ...body }, header) =>
        api.PUT('/organizations/{id}/contracts/{number}', {
          params: { path: { id, number: number.trim() || '-' }, header },
          body,
        })
      }
      done={(_, { number }) => t('customers.contract.saved', { number })}
      onClose={onClose}
    >
      {({ text, choice, check }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('customers.contract.hint')}
          </Text>
          {contract === null && <TextInput {...text('number')} data-autofocus maxLength={100} />}
          <Select
            {...choice('product')}
            allowDeselect={false}
            data={ours.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...text('startsOn')} type="date" />
            <TextInput {...text('endsOn')} type="date" />
          </SimpleGrid>
          <TextInput {...text('plan')} maxLength={80} />
          <Checkbox {...check('suspended')} />
        </>
      )}
    </SaveDialog>
  );
}

function valuesOf({ number, product, startsOn, endsOn, plan, suspended }: Contract): Values {
  return { number, product, startsOn, endsOn, plan, suspended };
}
