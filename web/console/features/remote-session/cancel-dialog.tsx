import { Text, Textarea } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { moneyText } from '../../../ui/format/money-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

/** Cancels a session, with what its terms give back. */
export function CancelDialog({
  session: { id, refundIfCancelled, quote },
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t, language } = useMessages(SESSIONS_MESSAGES);
  const [reason, setReason] = useState('');
  const cancel = useStep<string>(
    (given, header) =>
      api.DELETE('/remote-sessions/{id}', {
        params: { path: { id }, header },
        body: given.trim() === '' ? {} : { reason: given },
      }),
    t('sessions.cancel.done'),
    onClose,
  );
  const refund = refundIfCancelled ?? 0;
  return (
    <FormDialog
      danger
      title={t('sessions.cancel')}
      submit={t('sessions.cancel')}
      dismiss={t('sessions.cancel.keep')}
      isPending={cancel.isPending}
      problem={cancel.error}
      labels={{ reason: t('sessions.cancel.reason') }}
      onSubmit={() => cancel.mutate(reason)}
      onClose={onClose}
    >
      <Text>
        {refund > 0
          ? t('sessions.cancel.refund', { amount: moneyText(refund, quote?.currency ?? 'MXN', language) })
          : t('sessions.cancel.nothingPaid')}
      </Text>
      <Textarea
        id="reason"
        label={`${t('sessions.cancel.reason')} ${t('ui.optional')}`}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormDialog>
  );
}
