import { NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

const MINOR = 100;

/** What consulting answered to a referral: its reference, and what it would cost. */
export function ReferralDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, referral } = ticket;
  const [reference, setReference] = useState(referral?.reference ?? '');
  const [pesos, setPesos] = useState<number | string>(referral?.cost ? referral.cost.amount / MINOR : '');
  const update = useCommand({
    name: `referral:${folio}`,
    send: (body: { reference: string; cost?: { amount: number; currency: 'MXN' } }, header) =>
      api.PUT('/tickets/{folio}/referral', { params: { path: { folio }, header }, body }),
    onDone: onClose,
  });
  const errors = fieldErrors(update.error, t);
  return (
    <ActionDialog
      title={t('ticket.referral.title', { folio })}
      submit={t('ui.save')}
      onClose={onClose}
      onSubmit={() =>
        update.mutate({
          reference,
          ...(pesos !== '' && { cost: { amount: Math.round(Number(pesos) * MINOR), currency: 'MXN' } }),
        })
      }
      pending={update.isPending}
      problem={update.error}
      missing={missingFields({ reference }, t('ticket.required'))}
      labels={{ reference: t('ticket.referral.reference'), cost: t('ticket.referral.cost') }}
    >
      <TextInput
        id="reference"
        data-autofocus
        label={t('ticket.referral.reference')}
        description={t('ticket.referral.hint')}
        value={reference}
        error={errors['reference']}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
      <NumberInput
        id="cost"
        label={`${t('ticket.referral.cost')} ${t('ui.optional')}`}
        min={0}
        decimalScale={2}
        thousandSeparator=","
        prefix="$"
        hideControls
        value={pesos}
        error={errors['cost'] ?? errors['cost.amount']}
        onChange={setPesos}
      />
    </ActionDialog>
  );
}
