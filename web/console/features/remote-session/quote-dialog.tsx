import { NumberInput, Text, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

interface Fields {
  /** In pesos; empty for the policy's. */
  amount: number | '';
  terms: string;
}

const MINOR = 100;

/** Cost and terms for the client; those of the policy unless given. */
export function QuoteDialog({
  session: { id },
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const draft = useDraft<Fields>(`quote:${id}`, { amount: '', terms: '' });
  const { amount, terms } = draft.value;
  const quote = useStep<Fields>(
    (given, header) =>
      api.PUT('/remote-sessions/{id}/quote', {
        params: { path: { id }, header },
        body: {
          ...(given.amount !== '' && { amount: Math.round(given.amount * MINOR) }),
          ...(given.terms.trim() !== '' && { terms: given.terms }),
        },
      }),
    t('sessions.quote.sent'),
    () => {
      draft.clear();
      onClose();
    },
  );
  return (
    <FormDialog
      title={t('sessions.quote')}
      submit={t('ui.send')}
      isPending={quote.isPending}
      problem={quote.error}
      labels={{ amount: t('sessions.quote.amount'), terms: t('sessions.quote.terms') }}
      onSubmit={() => quote.mutate(draft.value)}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      <Text>{t('sessions.quote.hint')}</Text>
      <NumberInput
        id="amount"
        label={`${t('sessions.quote.amount')} ${t('ui.optional')}`}
        data-autofocus
        hideControls
        min={0}
        decimalScale={2}
        thousandSeparator=","
        prefix="$"
        value={amount}
        onChange={(value) => draft.change({ terms, amount: value === '' ? '' : Number(value) })}
      />
      <Textarea
        id="terms"
        label={`${t('sessions.quote.terms')} ${t('ui.optional')}`}
        autosize
        minRows={3}
        maxLength={10_000}
        value={terms}
        onChange={({ currentTarget }) => draft.change({ amount, terms: currentTarget.value })}
      />
    </FormDialog>
  );
}
