import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Page } from '../../../ui/shell/page';
import { NEW_TICKET_PAGE } from './messages';
import classes from './new-ticket.module.css';

/** The folio at once, and what happens next. */
export function Registered({
  ticket: { folio, subject, contact },
}: {
  ticket: Pick<Ticket, 'folio' | 'subject' | 'contact'>;
}): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  return (
    <Page title={t('newTicket.done', { folio })} width="text">
      <Stack gap="md" role="status">
        <IconCircleCheck size={48} className={classes['done']} aria-hidden />
        <Text>{t('newTicket.done.body', { subject, email: contact.email })}</Text>
      </Stack>
      <Group gap="sm" mt="lg">
        <Button component={Link} to={`/tickets/${folio}`}>
          {t('newTicket.done.open')}
        </Button>
        <CopyButton value={folio}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={copy}>
              {t(copied ? 'newTicket.done.copied' : 'newTicket.done.copy')}
            </Button>
          )}
        </CopyButton>
        <Button component={Link} to="/tickets/nuevo" variant="subtle">
          {t('newTicket.done.another')}
        </Button>
      </Group>
    </Page>
  );
}
