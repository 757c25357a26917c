import { Alert, Anchor } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { shortInstantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';

/** Mails that did not arrive: whom to phone instead. Nothing while all arrive. */
export function MailAlert({ ticket }: { ticket: Ticket }): ReactElement | null {
  const { t, language } = useMessages(MESSAGES);
  const { internal, status, contact } = ticket;
  const failed = internal?.mailFailed ?? [];
  if (failed.length === 0 || status === 'closed') return null;
  return (
    <Alert
      color="red"
      variant="outline"
      p="xs"
      icon={<IconMailOff aria-hidden />}
      styles={{ message: { color: 'var(--tone-danger)' } }}
    >
      {failed.map(({ recipient, since }) => (
        <div key={recipient}>
          {t(`ticket.mailFailed.${recipient}`, { since: shortInstantText(since, language) })}
          {recipient !== 'consulting' && (
            <>
              {' '}
              <Anchor inherit underline="always" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
                {contact.phone}
              </Anchor>
            </>
          )}
        </div>
      ))}
    </Alert>
  );
}
