import type { ReactElement } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { DataTable } from '../../parts/data-table';
import { Read } from '../../parts/read';
import { CustomersFrame } from './customers-frame';
import { CUSTOMERS_MESSAGES } from './messages';

/** The products of the catalog with the version that gets support. */
export function ProductsPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const catalog = useCatalog();
  return (
    <CustomersFrame title={t('customers.products')} intro={t('customers.products.intro')}>
      <Read query={catalog}>
        {({ products }) =>
          products.length === 0 ? (
            <EmptyState>{t('customers.products.empty')}</EmptyState>
          ) : (
            <DataTable
              caption={t('customers.products')}
              rows={products}
              rowKey={({ id }) => id}
              columns={[
                { header: t('customers.product'), cell: ({ name }) => name },
                { header: t('customers.product.version'), cell: ({ currentVersion }) => currentVersion },
                {
                  header: t('customers.product.provider'),
                  cell: ({ providedByUs }) =>
                    t(providedByUs ? 'customers.product.ours' : 'customers.product.third'),
                },
              ]}
            />
          )
        }
      </Read>
    </CustomersFrame>
  );
}
