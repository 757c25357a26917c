import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { SHARED } from '../../../ui/i18n/shared-messages';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Box } from './box';
import { TICKET_PAGE } from './messages';
import { sessionPath } from './session-path';
import classes from './ticket.module.css';

/** The ticket's paid sessions, each with where it stands. */
export function SessionLinks({ sessions }: { sessions: Ticket['remoteSessions'] }): ReactElement | null {
  const { t } = useMessages(TICKET_PAGE);
  if (sessions.length === 0) return null;
  return (
    <Box title={t('ticket.sessions')}>
      <ul className={classes['plain']}>
        {sessions.map(({ id, state }, index) => {
          const key = `ui.session.${state}`;
          return (
            <li key={id}>
              <Anchor component={Link} to={sessionPath(id)} underline="always">
                {t('ticket.sessions.one', { number: index + 1 })}
              </Anchor>
              : {isKey(key) ? t(key) : state}
            </li>
          );
        })}
      </ul>
    </Box>
  );
}

type SessionKey = Extract<keyof typeof SHARED.es, `ui.session.${string}`>;

function isKey(key: string): key is SessionKey {
  return key in SHARED.es;
}
