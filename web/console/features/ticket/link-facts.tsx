import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FactGroup } from './fact';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';

/** Tickets that this one comes from or leads to. */
export function LinkFacts({ ticket }: { ticket: Ticket }): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  const { follows, followedBy, splitFrom, splitInto } = ticket.links;
  const duplicateOf = ticket.closure?.duplicateOf ?? null;
  const links = [
    ...one('follows', follows),
    ...followedBy.map((folio) => ['followedBy', folio] as const),
    ...one('splitFrom', splitFrom),
    ...splitInto.map((folio) => ['splitInto', folio] as const),
    ...one('duplicateOf', duplicateOf),
  ];
  if (links.length === 0) return null;
  return (
    <FactGroup title={t('ticket.links')}>
      <ul className={classes['plain']}>
        {links.map(([kind, folio]) => (
          <li key={kind + folio}>
            <Anchor component={Link} size="sm" underline="always" to={`/tickets/${folio}`}>
              {t(`ticket.links.${kind}`, { folio })}
            </Anchor>
          </li>
        ))}
      </ul>
    </FactGroup>
  );
}

function one<const Kind>(kind: Kind, folio: string | null): (readonly [Kind, string])[] {
  return folio === null ? [] : [[kind, folio]];
}
