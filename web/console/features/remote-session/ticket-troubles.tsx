import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { Troubles } from './troubles';
import { useStuckSessions } from './use-sessions';

/** What waits for support in the paid sessions of a ticket, open or closed. Nothing while all goes by itself. */
export function TicketTroubles({ ticket }: { ticket: Ticket }): ReactElement {
  const { folio, remoteSessions } = ticket;
  const { data: stuck = [] } = useStuckSessions(folio, remoteSessions.length > 0);
  return (
    <>
      {stuck.map((session) => (
        <Troubles key={session.id} session={session} elsewhere />
      ))}
    </>
  );
}
