import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { cityOf, viewerTimeZone } from '../../../ui/format/time-zone';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toLocalField } from '../ticket/moment';
import { Notice } from '../ticket/notice';
import { BranchChoice } from './branch-choice';
import { NEW_TICKET_PAGE } from './messages';
import { productOf, typeOf } from './request';
import { VersionChoice } from './version-choice';
import type { StepProps } from './what-step';

/** What happened, when, and where in which product. */
export function DetailStep({ request, catalog, errors, change }: StepProps): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const product = productOf(request, catalog);
  const now = toLocalField(new Date().toISOString());
  return (
    <Stack gap="md">
      <Textarea
        id="description"
        label={t('newTicket.description')}
        description={t('newTicket.description.hint')}
        required
        autosize
        minRows={5}
        maxRows={16}
        maxLength={19_000}
        value={request.description}
        error={errors['description']}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
      {typeOf(request, catalog)?.problem && (
        <Group align="flex-end" gap="sm">
          <TextInput
            id="incidentAt"
            type="datetime-local"
            label={t('newTicket.when')}
            description={t('newTicket.when.hint', { zone: cityOf(viewerTimeZone()) })}
            required
            max={now}
            value={request.when}
            error={errors['incidentAt']}
            onChange={({ currentTarget }) => change({ when: currentTarget.value })}
          />
          <Button variant="default" onClick={() => change({ when: now })}>
            {t('newTicket.when.now')}
          </Button>
        </Group>
      )}
      <NativeSelect
        id="product"
        label={t('newTicket.product')}
        required
        value={product?.id ?? ''}
        error={errors['product']}
        data={catalog.products.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ currentTarget }) => change({ product: currentTarget.value, version: '' })}
      />
      {product && !product.providedByUs && <Notice>{t('newTicket.product.third')}</Notice>}
      {product?.providedByUs && (
        <VersionChoice
          key={product.id}
          current={product.currentVersion}
          version={request.version}
          error={errors['productVersion']}
          onChange={(version) => change({ version })}
        />
      )}
      <BranchChoice
        branchId={request.branchId ?? ''}
        error={errors['branchId']}
        onChange={(branchId) => change({ branchId })}
      />
      <TextInput
        id="screen"
        label={`${t('newTicket.screen')} ${t('ui.optional')}`}
        description={t('newTicket.screen.hint')}
        maxLength={200}
        value={request.screen}
        onChange={({ currentTarget }) => change({ screen: currentTarget.value })}
      />
    </Stack>
  );
}
