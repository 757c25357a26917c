import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { CallEntry } from './call-entry';
import { ClosingEntry } from './closing-entry';
import { MessageEntry } from './message-entry';
import type { Names } from './names';
import { NoteEntry } from './note-entry';
import { PaymentEntry } from './payment-entry';
import { SolutionEntry } from './solution-entry';
import { SystemEntry } from './system-entry';
import classes from './timeline.module.css';

interface TimelineProps {
  events: readonly TicketEvent[];
  names: Names;
  /** Whose entries are set apart as one's own. */
  viewerId: string;
}

/** The conversation of a ticket and all that happened to it, oldest first; what is added is read out politely. */
export function Timeline({ events, ...props }: TimelineProps): ReactElement {
  const { t } = useMessages();
  return (
    <div role="log" aria-label={t('ui.conversation')} className={classes['log']}>
      {events.length === 0 && <Text>{t('ui.conversation.empty')}</Text>}
      {events.map((event) => (
        <TimelineEntry key={event.seq} event={event} {...props} />
      ))}
    </div>
  );
}

/** One event, as what it is. */
function TimelineEntry({
  event,
  names,
  viewerId,
}: Omit<TimelineProps, 'events'> & { event: TicketEvent }): ReactElement {
  const { t, language } = useMessages();
  const speech = { t, language, names };
  const who = names.actor(event.actor);
  switch (event.type) {
    case 'registered':
    case 'message_posted':
      return <MessageEntry event={event} who={who} own={event.actor.id === viewerId} />;
    case 'solution_proposed':
      return <SolutionEntry event={event} who={who} />;
    case 'note_added':
      return <NoteEntry event={event} names={names} />;
    case 'phone_call_recorded':
      return <CallEntry event={event} who={who} />;
    case 'closed':
      return <ClosingEntry event={event} speech={speech} />;
    case 'session_changed':
      // News from before the money was told beside them.
      if (event.data['money'] !== undefined || event.data['state'] === 'paid')
        return <PaymentEntry event={event} speech={speech} />;
      return <SystemEntry event={event} speech={speech} />;
    default:
      return <SystemEntry event={event} speech={speech} />;
  }
}
