import { Anchor, Skeleton, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useArchive } from '../../../ui/query/use-archive';
import { useTickets } from '../../../ui/query/use-tickets';
import { FactGroup } from './fact';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';

const SHOWN = 5;

/** The customer's other tickets, open ones first. */
export function EarlierFacts({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const organization = ticket.organization.id;
  const open = useTickets({ organization, limit: SHOWN + 1, sort: 'updated' }).items;
  const closed = useArchive({ organization, limit: SHOWN }).items;
  const others = [...(open ?? []), ...(closed ?? [])].filter(({ folio }) => folio !== ticket.folio);
  return (
    <FactGroup title={t('ticket.earlier')}>
      {open === undefined && <Skeleton height={40} />}
      {open !== undefined && closed !== undefined && others.length === 0 && (
        <Text size="sm">{t('ticket.earlier.none')}</Text>
      )}
      <ul className={classes['plain']}>
        {others.slice(0, 2 * SHOWN).map(({ folio, subject, status, updatedAt }) => (
          <li key={folio}>
            <Anchor component={Link} size="sm" underline="always" to={`/tickets/${folio}`}>
              {folio} · {subject}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t(`ui.status.${status}`)} · <Instant at={updatedAt} short />
            </Text>
          </li>
        ))}
      </ul>
    </FactGroup>
  );
}
