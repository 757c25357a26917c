import { Stack, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import type { FieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { TICKET_PAGE } from './messages';

export type Contact = Ticket['contact'];

const FIELDS = [
  { name: 'name', type: 'text', autoComplete: 'name', maxLength: 200 },
  { name: 'email', type: 'email', autoComplete: 'email', maxLength: 254 },
  { name: 'phone', type: 'tel', autoComplete: 'tel', maxLength: 40 },
] as const;

/** Whom support asks, and how. Errors and ids are named after the fields: `contact.phone`. */
export function ContactFields({
  contact,
  errors,
  onChange,
}: {
  contact: Contact;
  errors: FieldErrors;
  onChange: (contact: Contact) => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  return (
    <Stack gap="sm">
      {FIELDS.map(({ name, ...attributes }) => (
        <TextInput
          key={name}
          id={`contact.${name}`}
          {...attributes}
          required
          label={t(`ticket.contact.${name}`)}
          value={contact[name]}
          error={errors[`contact.${name}`]}
          onChange={({ currentTarget }) => onChange({ ...contact, [name]: currentTarget.value })}
        />
      ))}
    </Stack>
  );
}
