import { TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { fieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

const FIELDS = { name: 'text', email: 'email', phone: 'tel' } as const;
type Field = keyof typeof FIELDS;

/** Whom to reach about the ticket. */
export function ContactDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio } = ticket;
  const [contact, setContact] = useState({ ...ticket.contact });
  const correct = useCommand({
    name: `contact:${folio}`,
    send: (body: typeof contact, header) =>
      api.PUT('/tickets/{folio}/contact', { params: { path: { folio }, header }, body }),
    onDone: onClose,
  });
  const errors = fieldErrors(correct.error, t);
  return (
    <ActionDialog
      title={t('ticket.contact.title')}
      submit={t('ui.save')}
      onClose={onClose}
      onSubmit={() => correct.mutate(contact)}
      pending={correct.isPending}
      problem={correct.error}
      missing={missingFields({ ...contact }, t('ticket.required'))}
      labels={Object.fromEntries(
        Object.keys(FIELDS).map((field) => [field, t(`ticket.contact.${field as Field}`)]),
      )}
    >
      {(Object.keys(FIELDS) as Field[]).map((field) => (
        <TextInput
          key={field}
          id={field}
          type={FIELDS[field]}
          label={t(`ticket.contact.${field}`)}
          value={contact[field]}
          error={errors[field]}
          onChange={(event) => setContact({ ...contact, [field]: event.currentTarget.value })}
        />
      ))}
    </ActionDialog>
  );
}
