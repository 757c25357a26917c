import { Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { PEOPLE_MESSAGES } from './messages';
import { REGISTRATIONS, type Registration } from './use-registrations';

/** Refuses an account, with the reason that the person is told. */
export function RefuseDialog({
  registration: { id, name },
  onClose,
}: {
  registration: Registration;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const draft = useDraft(`refusal:${id}`, '');
  const refuse = useCommand({
    stales: [REGISTRATIONS],
    send: (body: { reason: string }, header) =>
      api.PUT('/registrations/{id}/refusal', { params: { path: { id }, header }, body }),
    onDone: () => {
      draft.clear();
      toast(t('people.refused', { name }));
      onClose();
    },
  });
  return (
    <FormDialog
      danger
      title={t('people.refuse.of', { name })}
      submit={t('people.refuse')}
      isPending={refuse.isPending}
      problem={refuse.error}
      labels={{ reason: t('people.reason') }}
      onSubmit={() => refuse.mutate({ reason: draft.value })}
      onClose={onClose}
    >
      <Textarea
        id="reason"
        label={t('people.reason')}
        description={t('people.refuse.hint')}
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        value={draft.value}
        onChange={({ currentTarget }) => draft.change(currentTarget.value)}
      />
    </FormDialog>
  );
}
