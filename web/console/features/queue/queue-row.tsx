import { Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconClockX, IconMailOff, IconUsersGroup } from '@tabler/icons-react';
import { memo, useEffect, useRef, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Ticket } from '../../../ui/api/types';
import { PriorityBadge } from '../../../ui/badges/priority-badge';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import classes from './queue.module.css';
import { Timer } from './timer';

/** One ticket of the list; drawn anew only when something of it has changed, since the list is gone through fast. */
export const QueueRow = memo(function QueueRow({
  ticket,
  to,
  active,
  selected,
  onSelect,
  onOpen,
}: {
  ticket: Ticket;
  to: string;
  active: boolean;
  selected: boolean;
  onSelect: (folio: string) => void;
  onOpen: (folio: string) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, subject, priority, organization, assignee } = ticket;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li ref={row} className={classes['row']} data-active={active || undefined}>
      <Checkbox
        checked={selected}
        onChange={() => onSelect(folio)}
        aria-label={t('queue.select', { folio })}
        className={classes['check'] ?? ''}
      />
      <Link
        to={to}
        className={classes['ticket']}
        aria-current={active ? 'true' : undefined}
        onClick={({ metaKey, ctrlKey, shiftKey }) => {
          // Otherwise it opens in a tab of its own.
          if (!metaKey && !ctrlKey && !shiftKey) onOpen(folio);
        }}
      >
        <span className={classes['line']}>
          <PriorityBadge priority={priority} />
          <span className={classes['folio']}>{folio}</span>
          <Timer ticket={ticket} />
        </span>
        <span className={classes['subject']} title={subject}>
          {subject}
        </span>
        <span className={classes['meta']}>
          {organization.name ?? organization.id} · {assignee?.name ?? t('queue.unassigned')}
        </span>
        <Marks ticket={ticket} />
      </Link>
    </li>
  );
});

/** What is out of the ordinary, where anything is. */
function Marks({ ticket: { internal, incident } }: { ticket: Ticket }): ReactElement | null {
  const { t } = useMessages(MESSAGES);
  const unreached = internal?.mailFailed.some(({ recipient }) => recipient !== 'consulting') ?? false;
  if (!unreached && !incident && !internal?.needsRepair && !internal?.estimateOverrun) return null;
  return (
    <span className={classes['marks']}>
      {incident !== null && (
        <ToneBadge tone="neutral" icon={IconUsersGroup}>
          {incident.title}
        </ToneBadge>
      )}
      {unreached && (
        <ToneBadge tone="danger" icon={IconMailOff}>
          {t('queue.mailFailed')}
        </ToneBadge>
      )}
      {internal?.needsRepair === true && (
        <ToneBadge tone="danger" icon={IconAlertTriangle}>
          {t('queue.repair')}
        </ToneBadge>
      )}
      {internal?.estimateOverrun === true && (
        <ToneBadge tone="warning" icon={IconClockX}>
          {t('queue.overrun')}
        </ToneBadge>
      )}
    </span>
  );
}
