import type { ReactElement } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { plainDayText } from '../../../ui/format/plain-day-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { productName, useCatalog } from '../../../ui/query/use-catalog';
import { DataTable } from '../../parts/data-table';
import { RowButton } from '../../parts/row-button';
import { CUSTOMERS_MESSAGES } from './messages';
import { StandingBadge } from './standing-badge';
import type { Contract } from './use-organizations';

/** The contracts of a customer, the one that ends last first. */
export function ContractTable({
  contracts,
  onChange,
}: {
  contracts: readonly Contract[];
  onChange?: (contract: Contract) => void;
}): ReactElement {
  const { t, language } = useMessages(CUSTOMERS_MESSAGES);
  const { data: catalog } = useCatalog();
  if (contracts.length === 0) return <EmptyState>{t('customers.contracts.empty')}</EmptyState>;
  const change = (contract: Contract): ReactElement => (
    <RowButton
      name={t('customers.contract.change.of', { number: contract.number })}
      onClick={() => onChange?.(contract)}
    >
      {t('customers.contract.change')}
    </RowButton>
  );
  return (
    <DataTable
      caption={t('customers.contracts')}
      rows={contracts.toSorted((one, other) => other.endsOn.localeCompare(one.endsOn))}
      rowKey={({ number }) => number}
      columns={[
        { header: t('customers.contract'), cell: ({ number }) => number },
        { header: t('customers.contract.product'), cell: ({ product }) => productName(catalog, product) },
        { header: t('customers.contract.plan'), cell: ({ plan }) => plan },
        {
          header: t('customers.contract.validity'),
          cell: ({ startsOn, endsOn }) =>
            t('customers.contract.span', {
              from: plainDayText(startsOn, language),
              to: plainDayText(endsOn, language),
            }),
        },
        { header: t('customers.standing'), cell: (contract) => <StandingBadge contract={contract} /> },
        ...(onChange === undefined ? [] : [{ header: '', cell: change }]),
      ]}
    />
  );
}
