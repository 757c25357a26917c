import { Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { ActionDialog } from './action-dialog';
import { fromLocalTime, toLocalTime } from './local-time';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

/** What happened and when, as it turned out; what it was before stays in the conversation. */
export function CorrectDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, type } = ticket;
  const isProblem = useCatalog().data?.types.find(({ id }) => id === type)?.problem ?? false;
  const before = { description: ticket.description, at: toLocalTime(new Date(ticket.incidentAt)) };
  const draft = useDraft(`correct:${folio}`, before);
  const { description, at } = draft.value;
  const correct = useCommand({
    name: `correct:${folio}`,
    send: (body: { description?: string; incidentAt?: string }, header) =>
      api.PUT('/tickets/{folio}/incident', { params: { path: { folio }, header }, body }),
    onDone() {
      draft.clear();
      onClose();
    },
  });
  const incidentAt = fromLocalTime(at);
  const errors = fieldErrors(correct.error, t);
  const send = (): void => {
    const body = {
      ...(description !== before.description && { description }),
      ...(isProblem && at !== before.at && incidentAt !== null && { incidentAt }),
    };
    if (Object.keys(body).length > 0) return correct.mutate(body);
    draft.clear();
    onClose();
  };
  return (
    <ActionDialog
      title={t('ticket.correct.title', { folio })}
      submit={t('ui.save')}
      onClose={onClose}
      onSubmit={send}
      pending={correct.isPending}
      problem={correct.error}
      missing={missingFields(
        { description, ...(isProblem && { incidentAt: incidentAt ?? '' }) },
        t('ticket.required'),
      )}
      labels={{ description: t('ticket.correct.description'), incidentAt: t('ticket.correct.at') }}
    >
      <DraftNotice draft={draft} />
      <Textarea
        id="description"
        data-autofocus
        label={t('ticket.correct.description')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={20_000}
        value={description}
        error={errors['description']}
        onChange={(event) => {
          const next = event.currentTarget.value;
          draft.change((value) => ({ ...value, description: next }));
        }}
      />
      {isProblem && (
        <TextInput
          id="incidentAt"
          type="datetime-local"
          label={t('ticket.correct.at')}
          max={toLocalTime(new Date())}
          value={at}
          error={errors['incidentAt']}
          onChange={(event) => {
            const next = event.currentTarget.value;
            draft.change((value) => ({ ...value, at: next }));
          }}
        />
      )}
    </ActionDialog>
  );
}
