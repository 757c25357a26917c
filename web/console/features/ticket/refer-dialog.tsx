import { Checkbox, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

/** What is not for support is handed over to consulting. */
export function ReferDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio } = ticket;
  const draft = useDraft(`refer:${folio}`, { description: '', keepOpen: false });
  const { value } = draft;
  const refer = useCommand({
    name: `refer:${folio}`,
    send: (body: typeof value, header) =>
      api.POST('/tickets/{folio}/referrals', { params: { path: { folio }, header }, body }),
    onDone() {
      draft.clear();
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('ticket.refer.title', { folio })}
      submit={t('ticket.refer.save')}
      onClose={onClose}
      onSubmit={() => refer.mutate(value)}
      pending={refer.isPending}
      problem={refer.error}
      missing={missingFields({ description: value.description }, t('ticket.required'))}
      labels={{ description: t('ticket.refer.description') }}
    >
      <Textarea
        id="description"
        data-autofocus
        label={t('ticket.refer.description')}
        description={t('ticket.refer.description.hint')}
        autosize
        minRows={4}
        value={value.description}
        onChange={(event) => {
          const description = event.currentTarget.value;
          draft.change((before) => ({ ...before, description }));
        }}
      />
      <Checkbox
        label={t('ticket.refer.keepOpen')}
        description={t('ticket.refer.keepOpen.hint')}
        checked={value.keepOpen}
        onChange={(event) => {
          const keepOpen = event.currentTarget.checked;
          draft.change((before) => ({ ...before, keepOpen }));
        }}
      />
    </ActionDialog>
  );
}
