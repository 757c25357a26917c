import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { fieldErrors, type FieldErrors } from '../../../ui/feedback/field-errors';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { AskDialog } from './ask-dialog';
import { Box } from './box';
import { contactErrors, trimmed } from './contact-errors';
import { ContactFields, type Contact } from './contact-fields';
import { Correction } from './correction';
import { TICKET_PAGE } from './messages';
import classes from './ticket.module.css';
import { useCorrection } from './use-correction';

/** Whom support asks about the ticket; can be corrected while it is open. */
export function ContactData({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const { folio, version, status, contact } = ticket;
  const correction = useCorrection<Contact>(`contact:${folio}`, contact);
  const { edited } = correction;
  const [local, setLocal] = useState<FieldErrors>({});
  const correct = useCommand<Contact, Ticket>({
    version,
    send: (body, header) =>
      api.PUT('/tickets/{folio}/contact', { params: { path: { folio }, header }, body }),
    onDone: () => {
      correction.done();
      toast(t('ticket.contact.done'));
    },
  });
  const open = (): void => {
    correct.reset();
    setLocal({});
    correction.open();
  };
  const send = (): void => {
    const errors = contactErrors(edited, t);
    setLocal(errors);
    if (Object.keys(errors).length === 0) correct.mutate(trimmed(edited));
  };
  return (
    <Box
      title={t('ticket.contact')}
      edit={t('ticket.contact.edit')}
      {...(status !== 'closed' && { onEdit: open })}
    >
      <ul className={classes['plain']}>
        <li>{contact.name}</li>
        <li>{contact.email}</li>
        <li>{contact.phone}</li>
      </ul>
      <AskDialog
        opened={correction.opened}
        title={t('ticket.contact.edit')}
        send={t('ui.save')}
        busy={correct.isPending}
        onClose={correction.close}
        onSend={send}
      >
        <DraftNotice draft={correction.draft} />
        <Correction problem={correct.error} />
        <ContactFields
          contact={edited}
          errors={{ ...prefixed(fieldErrors(correct.error, t)), ...local }}
          onChange={correction.change}
        />
      </AskDialog>
    </Box>
  );
}

/** The service names the fields of this body without what they are of. */
function prefixed(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([path, error]) => [`contact.${path}`, error]));
}
