import { IconPoint, IconVideo } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { Instant } from '../format/instant';
import { anchorOf } from './anchor';
import { eventSentence } from './event-sentence';
import type { Speech } from './speech';
import classes from './timeline.module.css';

/** Something that happened to the ticket, in one line. */
export function SystemEntry({ event, speech }: { event: TicketEvent; speech: Speech }): ReactElement {
  const Sign = event.type === 'session_changed' ? IconVideo : IconPoint;
  return (
    <div id={anchorOf(event)} className={classes['system']}>
      <Sign size="1.1em" aria-hidden />
      <span>{eventSentence(event, speech)}</span>
      <span className={classes['when']}>
        <Instant at={event.at} short />
      </span>
    </div>
  );
}
