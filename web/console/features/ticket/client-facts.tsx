import { Anchor, Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FactGroup, Facts } from './fact';
import { MESSAGES } from './messages';

/** Whose ticket it is, and how to reach them. */
export function ClientFacts({ ticket, onCorrect }: { ticket: Ticket; onCorrect?: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { organization, branch, requester, contact, participants, onBehalfReason } = ticket;
  return (
    <FactGroup
      title={t('ticket.client')}
      action={
        onCorrect && (
          <Button size="compact-sm" variant="subtle" aria-label={t('ticket.contact')} onClick={onCorrect}>
            {t('ticket.contact.short')}
          </Button>
        )
      }
    >
      <Facts
        pairs={[
          [t('ticket.client.organization'), organization.name ?? organization.id],
          [t('ticket.client.branch'), branch && (branch.name ?? branch.id)],
          [t('ticket.client.requester'), requester.name],
          [
            t('ticket.client.contact'),
            <>
              {contact.name}
              <br />
              <Anchor size="sm" underline="always" href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>
                {contact.phone}
              </Anchor>
              <br />
              {contact.email}
            </>,
          ],
          [t('ticket.client.participants'), participants.map(({ name, id }) => name ?? id).join(', ')],
          [t('ticket.client.onBehalf'), onBehalfReason],
        ]}
      />
      <Anchor component={Link} size="sm" underline="always" to={`/?organization=${organization.id}`}>
        {t('ticket.client.tickets')}
      </Anchor>
    </FactGroup>
  );
}
