import { Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { shortInstantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
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
    <li className={classes['card']}>
      <div className={classes['head']}>
        <Title order={2} size="h5" className={classes['subject'] ?? ''}>
          <Link to={`/archivo/${folio}`} className={classes['link']}>
            {subject}
          </Link>
        </Title>
        {closure !== null && <span className={classes['reason']}>{t(`ui.reason.${closure.reason}`)}</span>}
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {facts.join(' · ')}
      </Text>
      <IconChevronRight size={20} className={classes['chevron']} aria-hidden />
    </li>
  );
}
