import { Text, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { PlainText } from '../../../ui/timeline/plain-text';
import { toast } from '../../../ui/toasts/toast-store';
import { AskDialog } from './ask-dialog';
import { Box } from './box';
import { Correction } from './correction';
import { TICKET_PAGE } from './messages';
import { fromLocalField, toLocalField } from './moment';
import { useCorrection } from './use-correction';

interface Incident {
  description: string;
  when: string;
}

/** What happened and when; can be corrected while the ticket is open. */
export function IncidentData({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const catalog = useCatalog().data;
  const { folio, version, status, description, incidentAt, type } = ticket;
  const correction = useCorrection<Incident>(`incident:${folio}`, {
    description,
    when: toLocalField(incidentAt),
  });
  const { edited } = correction;
  const [local, setLocal] = useState<FieldErrors>({});
  const isProblem = catalog?.types.find(({ id }) => id === type)?.problem ?? false;
  const correct = useCommand<{ description?: string; incidentAt?: string }, Ticket>({
    version,
    send: (body, header) =>
      api.PUT('/tickets/{folio}/incident', { params: { path: { folio }, header }, body }),
    onDone: () => {
      correction.done();
      toast(t('ticket.incident.done'));
    },
  });
  const open = (): void => {
    correct.reset();
    setLocal({});
    correction.open();
  };
  const send = (): void => {
    const at = fromLocalField(edited.when);
    const errors = {
      ...(edited.description.trim() === '' && { description: t('ui.field.blank') }),
      ...(at === null && { incidentAt: t('ui.field.required') }),
      ...(at !== null && Date.parse(at) > Date.now() && { incidentAt: t('ui.field.incident_in_future') }),
    };
    setLocal(errors);
    if (Object.keys(errors).length > 0 || at === null) return;
    const moved = isProblem && edited.when !== toLocalField(incidentAt);
    const body = {
      ...(edited.description !== description && { description: edited.description }),
      ...(moved && { incidentAt: at }),
    };
    if (Object.keys(body).length === 0) correction.done();
    else correct.mutate(body);
  };
  const errors = { ...fieldErrors(correct.error, t), ...local };
  return (
    <Box
      title={t('ticket.incident')}
      edit={t('ticket.incident.edit')}
      {...(status !== 'closed' && { onEdit: open })}
    >
      <Text size="sm" mb={4}>
        <Instant at={incidentAt} />
      </Text>
      <PlainText>{description}</PlainText>
      <AskDialog
        opened={correction.opened}
        title={t('ticket.incident.edit')}
        send={t('ui.save')}
        busy={correct.isPending}
        onClose={correction.close}
        onSend={send}
      >
        <DraftNotice draft={correction.draft} />
        <Correction problem={correct.error} />
        <Textarea
          label={t('ticket.incident.description')}
          required
          autosize
          minRows={4}
          maxRows={12}
          maxLength={20_000}
          value={edited.description}
          error={errors['description']}
          onChange={({ currentTarget }) => correction.change({ ...edited, description: currentTarget.value })}
        />
        {isProblem && (
          <TextInput
            type="datetime-local"
            label={t('ticket.incident.at')}
            required
            max={toLocalField(new Date().toISOString())}
            value={edited.when}
            error={errors['incidentAt']}
            onChange={({ currentTarget }) => correction.change({ ...edited, when: currentTarget.value })}
          />
        )}
      </AskDialog>
    </Box>
  );
}
