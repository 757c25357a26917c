import type { ReactElement } from 'react';
import { Countdown } from '../format/countdown';
import { Instant } from '../format/instant';
import { DeadlineExplanation } from './deadline-explanation';

/** When a ticket closes by itself, in the viewer's own zone, with how long is left and how it was counted. */
export function ClosingInstant({ folio, at }: { folio: string; at: string }): ReactElement {
  return (
    <div>
      <Instant at={at} /> (<Countdown to={at} />)
      <DeadlineExplanation folio={folio} />
    </div>
  );
}
