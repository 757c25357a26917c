import { Checkbox, Text, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Catalog } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { SaveDialog } from '../../parts/save-dialog';
import { CUSTOMERS_MESSAGES } from './messages';

export type Product = Catalog['products'][number];

type Values = Omit<Product, 'version'>;

const NEW: Values = { id: '', name: '', currentVersion: '', providedByUs: true };

/** Adds a product, or tells of a new release of one. */
export function ProductDialog({
  product,
  onClose,
}: {
  product: Product | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  return (
    <SaveDialog<Values, Product>
      title={
        product === null ? t('customers.product.add') : t('customers.product.edit.of', { name: product.name })
      }
      first={product === null ? NEW : valuesOf(product)}
      version={product?.version}
      labels={{
        id: t('customers.product.id'),
        name: t('customers.name'),
        currentVersion: t('customers.product.version'),
        providedByUs: t('customers.product.providedByUs'),
      }}
      stales={[queryKeys.catalog]}
      send={({ id, ...body }, header) =>
        api.PUT('/products/{id}', { params: { path: { id: id.trim() || '-' }, header }, body })
      }
      done={({ name, currentVersion }) => t('customers.product.saved', { name, version: currentVersion })}
      onClose={onClose}
    >
      {({ text, check }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('customers.product.hint')}
          </Text>
          {product === null && <TextInput {...text('id')} data-autofocus maxLength={100} />}
          <TextInput {...text('name')} maxLength={200} />
          <TextInput {...text('currentVersion')} maxLength={50} />
          <Checkbox {...check('providedByUs')} />
        </>
      )}
    </SaveDialog>
  );
}

function valuesOf({ id, name, currentVersion, providedByUs }: Product): Values {
  return { id, name, currentVersion, providedByUs };
}
