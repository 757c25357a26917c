import { Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

/** Records that a transfer was sent back by hand. */
export function RefundDialog({
  id,
  payment,
  onClose,
}: {
  id: string;
  payment: RemoteSession['payments'][number];
  onClose: () => void;
}): ReactElement {
  const { t, language } = useMessages(SESSIONS_MESSAGES);
  const [reference, setReference] = useState('');
  const record = useStep<string>(
    (given, header) =>
      api.PUT('/remote-sessions/{id}/refund', {
        params: { path: { id }, header },
        body: { paymentId: payment.id, reference: given },
      }),
    t('sessions.refund.done'),
    onClose,
  );
  const amount = moneyText(payment.refundDue, payment.currency, language);
  return (
    <FormDialog
      title={t('sessions.refund')}
      submit={t('ui.save')}
      isPending={record.isPending}
      problem={record.error}
      labels={{ reference: t('sessions.transfer.reference') }}
      onSubmit={() => record.mutate(reference)}
      onClose={onClose}
    >
      <Text>{t('sessions.refund.hint', { amount })}</Text>
      <TextInput
        id="reference"
        label={t('sessions.transfer.reference')}
        data-autofocus
        maxLength={100}
        value={reference}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
      />
    </FormDialog>
  );
}
