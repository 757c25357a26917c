import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { SHARED } from '../../../ui/i18n/shared-messages';
import { useMessages, type SharedKey } from '../../../ui/i18n/use-messages';
import { FactGroup } from './fact';
import { MESSAGES } from './messages';

/** The paid sessions of the ticket and how each stands. */
export function SessionFacts({ ticket }: { ticket: Ticket }): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  const { remoteSessions } = ticket;
  if (remoteSessions.length === 0) return null;
  return (
    <FactGroup title={t('ticket.sessions')}>
      {remoteSessions.map(({ id, state }) => {
        const key = `ui.session.${state}`;
        const number = id.split('-').at(-1) ?? '';
        return (
          <Anchor
            key={id}
            component={Link}
            display="block"
            size="sm"
            underline="always"
            to={`/sesiones/${id}`}
          >
            {t('ticket.session', { number, state: key in SHARED.es ? t(key as SharedKey) : state })}
          </Anchor>
        );
      })}
    </FactGroup>
  );
}
