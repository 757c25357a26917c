import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { EmptyState } from '../../../ui/feedback/empty-state';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { DataTable } from '../../parts/data-table';
import { presentOf } from '../../parts/present-of';
import { Read } from '../../parts/read';
import { RowButton } from '../../parts/row-button';
import { CustomersFrame } from './customers-frame';
import { CUSTOMERS_MESSAGES } from './messages';
import { ProductDialog, type Product } from './product-dialog';

/** The products of the catalog with the version that gets support. */
export function ProductsPage(): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const catalog = useCatalog();
  const manages = useViewer().role === 'admin';
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
  const edit = (product: Product): ReactElement => (
    <RowButton
      name={t('customers.product.edit.of', { name: product.name })}
      onClick={() => setEdited(product)}
    >
      {t('customers.contract.change')}
    </RowButton>
  );
  return (
    <CustomersFrame
      title={t('customers.products')}
      intro={t('customers.products.intro')}
      actions={manages && <Button onClick={() => setEdited('new')}>{t('customers.product.add')}</Button>}
    >
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
                ...(manages ? [{ header: '', cell: edit }] : []),
              ]}
            />
          )
        }
      </Read>
      {edited !== null && (
        <ProductDialog
          product={edited === 'new' ? null : presentOf(catalog.data?.products, edited)}
          onClose={() => setEdited(null)}
        />
      )}
    </CustomersFrame>
  );
}
