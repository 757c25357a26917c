import { Anchor } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import type { ArchivedTicket } from '../../../ui/api/types';
import { DeadlineExplanation } from '../../../ui/deadline/deadline-explanation';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { productName, typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { Facts } from '../../parts/facts';
import { ARCHIVE_MESSAGES } from './messages';

/** Who, what, when and why of a closed ticket, and the tickets that it hangs together with. */
export function RecordFacts({ record }: { record: ArchivedTicket }): ReactElement {
  const { t } = useMessages(ARCHIVE_MESSAGES);
  const { data: catalog } = useCatalog();
  const { type, requester, contact, assignee, product, productVersion, createdAt, incidentAt, closure } =
    record;
  const { follows, followedBy, splitFrom, splitInto } = record.links;
  const related: [string, string[]][] = [
    [t('archive.follows'), follows === null ? [] : [follows]],
    [t('archive.followedBy'), followedBy],
    [t('archive.splitFrom'), splitFrom === null ? [] : [splitFrom]],
    [t('archive.parts'), splitInto],
  ];
  const due: [string, ReactNode][] = closure?.dueAt
    ? [[t('archive.dueAt'), <Due key="due" folio={record.folio} at={closure.dueAt} />]]
    : [];
  return (
    <Facts
      items={[
        [t('archive.type'), typeLabel(catalog, type)],
        [t('archive.requester'), requester.name ?? t('archive.none')],
        [t('archive.contact'), [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')],
        [t('archive.assignee'), assignee?.name ?? t('archive.none')],
        [t('archive.product'), `${productName(catalog, product)} ${productVersion}`],
        [t('archive.registered'), <Instant key="registered" short at={createdAt} />],
        [t('archive.incidentAt'), <Instant key="incident" short at={incidentAt} />],
        [t('archive.closedAt'), closure ? <Instant key="closed" short at={closure.at} /> : '—'],
        [t('ui.reason'), closure ? t(`ui.reason.${closure.reason}`) : '—'],
        ...due,
        ...related
          .filter(([, folios]) => folios.length > 0)
          .map(([name, folios]) => [name, linksTo(folios)] as [string, ReactNode]),
      ]}
    />
  );
}

/** The end of the wait that nobody answered, and how it was counted. */
function Due({ folio, at }: { folio: string; at: string }): ReactElement {
  return (
    <>
      <Instant short at={at} />
      <DeadlineExplanation folio={folio} />
    </>
  );
}

function linksTo(folios: readonly string[]): ReactNode {
  return folios.map((folio, index) => (
    <span key={folio}>
      {index > 0 && ', '}
      <Anchor component={Link} to={`/archivo/${folio}`} inherit underline="always">
        {folio}
      </Anchor>
    </span>
  ));
}
