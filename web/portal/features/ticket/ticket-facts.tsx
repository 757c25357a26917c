import { Anchor, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { productName, typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { Facts } from './facts';
import { TICKET_PAGE } from './messages';

/** What, of which product, when, by whom, and the tickets that it hangs together with. */
export function TicketFacts({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  const catalog = useCatalog().data;
  const { type, priority, product, productVersion, createdAt, requester, onBehalfReason, links } = ticket;
  const { branch } = ticket;
  const { follows, followedBy, splitFrom, splitInto } = links;
  const reference = ticket.referral?.reference ?? null;
  const folios = (term: string, list: readonly string[]) =>
    list.length === 0 ? null : { term, value: <Folios folios={list} /> };
  return (
    <>
      <Facts
        short
        facts={[
          { term: t('ticket.data.type'), value: typeLabel(catalog, type) },
          { term: t('ticket.data.priority'), value: t(`ui.priority.${priority ?? 'none'}`) },
          { term: t('ticket.data.product'), value: productName(catalog, product) },
          { term: t('ticket.data.version'), value: productVersion },
          branch === null ? null : { term: t('ticket.data.branch'), value: branch.name ?? '—' },
          { term: t('ticket.data.createdAt'), value: <Instant at={createdAt} short /> },
          { term: t('ticket.data.requester'), value: requester.name ?? '—' },
          folios(t('ticket.data.follows'), follows === null ? [] : [follows]),
          folios(t('ticket.data.followedBy'), followedBy),
          folios(t('ticket.data.splitFrom'), splitFrom === null ? [] : [splitFrom]),
          folios(t('ticket.data.splitInto'), splitInto),
        ]}
      />
      {onBehalfReason !== null && (
        <Text size="sm" mt="xs">
          {t('ticket.data.onBehalf', { reason: onBehalfReason })}
        </Text>
      )}
      {ticket.referral !== null && (
        <Text size="sm" mt="xs">
          {reference === null ? t('ticket.data.referral.plain') : t('ticket.data.referral', { reference })}
        </Text>
      )}
    </>
  );
}

function Folios({ folios }: { folios: readonly string[] }): ReactElement {
  return (
    <>
      {folios.map((folio, index) => (
        <span key={folio}>
          {index > 0 && ', '}
          <Anchor component={Link} to={`/tickets/${folio}`} underline="always">
            {folio}
          </Anchor>
        </span>
      ))}
    </>
  );
}
