import { NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { FileField } from './file-field';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

interface Fields {
  reference: string;
  attachmentId: string | null;
  /** In pesos. */
  amount: number;
}

const MINOR = 100;

/** Confirms by hand that a transfer came in, with its evidence. */
export function TransferDialog({
  session: { id, quote },
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [fields, setFields] = useState<Fields>({
    reference: '',
    attachmentId: null,
    amount: (quote?.amount ?? 0) / MINOR,
  });
  const change = (news: Partial<Fields>): void => setFields((known) => ({ ...known, ...news }));
  const confirm = useStep<Fields>(
    ({ reference, attachmentId, amount }, header) =>
      api.PUT('/remote-sessions/{id}/payment', {
        params: { path: { id }, header },
        body: {
          method: 'transfer',
          reference,
          attachmentId: attachmentId ?? '',
          amount: Math.round(amount * MINOR),
        },
      }),
    t('sessions.transfer.done'),
    onClose,
  );
  return (
    <FormDialog
      title={t('sessions.transfer')}
      submit={t('sessions.transfer')}
      isPending={confirm.isPending}
      problem={confirm.error}
      labels={{
        reference: t('sessions.transfer.reference'),
        attachmentId: t('sessions.transfer.evidence'),
        amount: t('sessions.transfer.amount'),
      }}
      onSubmit={() => confirm.mutate(fields)}
      onClose={onClose}
    >
      <TextInput
        id="reference"
        label={t('sessions.transfer.reference')}
        data-autofocus
        maxLength={100}
        value={fields.reference}
        onChange={({ currentTarget }) => change({ reference: currentTarget.value })}
      />
      <NumberInput
        id="amount"
        label={t('sessions.transfer.amount')}
        hideControls
        min={0}
        decimalScale={2}
        fixedDecimalScale
        thousandSeparator=","
        prefix="$"
        value={fields.amount}
        onChange={(value) => change({ amount: Number(value) })}
      />
      <FileField
        id="attachmentId"
        label={t('sessions.transfer.evidence')}
        accept="image/*,application/pdf"
        onChange={(attachmentId) => change({ attachmentId })}
      />
    </FormDialog>
  );
}
