import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { shortInstantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { TicketListItem } from '../../parts/ticket-list';
import classes from './archive.module.css';
import { ARCHIVE_PAGE } from './messages';

/** One closed ticket: what it was about, why and when it closed. */
export function ClosedTicketCard({ ticket }: { ticket: Ticket }): ReactElement {
  const { t, language } = useMessages(ARCHIVE_PAGE);
  const catalog = useCatalog().data;
  const viewer = useViewer();
  const { folio, subject, closure, requester, type } = ticket;
  const facts = [
    t('archive.folio', { folio }),
    typeLabel(catalog, type),
    ...(requester.id === viewer.id ? [] : [t('archive.requester', { name: requester.name ?? '—' })]),
    ...(closure === null ? [] : [t('archive.closedOn', { when: shortInstantText(closure.at, language) })]),
  ];
  return (
    <TicketListItem
      to={`/archivo/${folio}`}
      subject={subject}
      order={2}
      mark={closure !== null && <span className={classes['reason']}>{t(`ui.reason.${closure.reason}`)}</span>}
      facts={facts}
    />
  );
}
