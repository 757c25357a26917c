import { SegmentedControl } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useTicketEvents } from '../../../ui/query/use-ticket-events';
import { useViewer } from '../../../ui/session/viewer';
import { Timeline } from '../../../ui/timeline/timeline';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';
import { useNames } from './use-names';

const SAID = [
  'registered',
  'message_posted',
  'solution_proposed',
  'note_added',
  'phone_call_recorded',
  'closed',
];

/** The timeline, with the last of it in sight. */
export function Conversation({ ticket }: { ticket: Ticket }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const viewer = useViewer();
  const names = useNames(ticket);
  const events = useTicketEvents(ticket.folio);
  const [only, setOnly] = useState('all');
  const box = useRef<HTMLDivElement>(null);
  const shown = (events.data ?? []).filter(({ type }) => only === 'all' || SAID.includes(type));
  useEndInSight(box, shown);
  return (
    // Can be scrolled from the keyboard, where it scrolls by itself.
    <div
      ref={box}
      className={classes['conversation']}
      role="group"
      aria-label={t('ui.conversation')}
      tabIndex={0}
    >
      <SegmentedControl
        size="xs"
        transitionDuration={0}
        aria-label={t('ticket.timeline.show')}
        className={classes['filter'] ?? ''}
        value={only}
        onChange={setOnly}
        data={[
          { value: 'all', label: t('ticket.timeline.all') },
          { value: 'conversation', label: t('ticket.timeline.conversation') },
        ]}
      />
      {events.isPending && <ListSkeleton rows={4} />}
      {events.error && events.data === undefined && (
        <ErrorState problem={events.error} onRetry={() => void events.refetch()} />
      )}
      {events.data && <Timeline events={shown} names={names} viewerId={viewer.id} />}
    </div>
  );
}

/** Where the pane scrolls by itself it stays at its end, unless somebody has scrolled away; a linked entry comes first. */
function useEndInSight(
  box: { readonly current: HTMLDivElement | null },
  shown: readonly TicketEvent[],
): void {
  const last = shown.at(-1)?.seq;
  const follows = useRef(true);
  useEffect(() => {
    const element = box.current;
    const note = (): void => {
      if (element) follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    };
    element?.addEventListener('scroll', note);
    return () => element?.removeEventListener('scroll', note);
  }, [box]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || last === undefined) return;
    const linked = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
    if (linked !== null && follows.current) linked.scrollIntoView({ block: 'center' });
    else if (follows.current) element.scrollTop = element.scrollHeight;
  }, [box, last]);
}
