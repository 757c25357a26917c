import { Checkbox, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Catalog } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { CUSTOMERS_MESSAGES } from './messages';

export type Product = Catalog['products'][number];

const NEW: Product = { id: '', name: '', currentVersion: '', providedByUs: true };

/** Adds a product, or tells of a new release of one. */
export function ProductDialog({
  product,
  onClose,
}: {
  product: Product | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(CUSTOMERS_MESSAGES);
  const [fields, setFields] = useState<Product>(product ?? NEW);
  const change = (news: Partial<Product>): void => setFields((known) => ({ ...known, ...news }));
  const save = useCommand<Product, Product>({
    stales: [queryKeys.catalog],
    send: ({ id, ...body }, header) =>
      api.PUT('/products/{id}', { params: { path: { id: id.trim() || '-' }, header }, body }),
    onDone: ({ name, currentVersion }) => {
      toast(t('customers.product.saved', { name, version: currentVersion }));
      onClose();
    },
  });
  const labels = {
    id: t('customers.product.id'),
    name: t('customers.name'),
    currentVersion: t('customers.product.version'),
  };
  return (
    <FormDialog
      title={
        product === null ? t('customers.product.add') : t('customers.product.edit.of', { name: product.name })
      }
      submit={t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={labels}
      onSubmit={() => save.mutate(fields)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('customers.product.hint')}
      </Text>
      {product === null && (
        <TextInput
          id="id"
          label={labels.id}
          data-autofocus
          maxLength={100}
          value={fields.id}
          onChange={({ currentTarget }) => change({ id: currentTarget.value })}
        />
      )}
      <TextInput
        id="name"
        label={labels.name}
        maxLength={200}
        value={fields.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <TextInput
        id="currentVersion"
        label={labels.currentVersion}
        maxLength={50}
        value={fields.currentVersion}
        onChange={({ currentTarget }) => change({ currentVersion: currentTarget.value })}
      />
      <Checkbox
        label={t('customers.product.providedByUs')}
        checked={fields.providedByUs}
        onChange={({ currentTarget }) => change({ providedByUs: currentTarget.checked })}
      />
    </FormDialog>
  );
}
