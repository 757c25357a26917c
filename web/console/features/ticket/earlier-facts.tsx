import { Anchor, Skeleton, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FactGroup } from './fact';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';
import { useEarlier } from './use-earlier';

/** The customer's other tickets, open ones first. */
export function EarlierFacts({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const earlier = useEarlier(ticket);
  const others = earlier === undefined ? [] : [...earlier.open, ...earlier.closed];
  return (
    <FactGroup title={t('ticket.earlier')}>
      {earlier === undefined && <Skeleton height={40} />}
      {earlier !== undefined && others.length === 0 && <Text size="sm">{t('ticket.earlier.none')}</Text>}
      <ul className={classes['plain']}>
        {others.map(({ folio, subject, status, updatedAt }) => (
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
      {earlier !== undefined && earlier.closed.length > 0 && (
        <Anchor
          component={Link}
          size="sm"
          underline="always"
          mt={6}
          display="inline-block"
          to={`/archivo?organization=${ticket.organization.id}`}
        >
          {t('ticket.earlier.archive')}
        </Anchor>
      )}
    </FactGroup>
  );
}
