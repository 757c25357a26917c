import type { FactData } from './commands';
import type { Rule } from './rule';
import { askNextReply } from './targets';
import { isHeldBySession, isWaitingForClient, type RemoteSessionLink, type Ticket } from './ticket';

/**
 * A paid session changed its state; it tells the ticket each time, perhaps twice. While it holds, no wait closes the
 * ticket; when the last one lets go, the word is with support: it gives the solution, and the full 48 hours run.
 */
export const changeSession: Rule<FactData['changeSession']> = {
  ask: (ticket, link, asking) => (endsWait(ticket, link) ? askNextReply(ticket, asking) : {}),
  decide(ticket, link, { times }) {
    const known = ticket.remoteSessions.find(({ id }) => id === link.id);
    if (known && known.state === link.state && known.holds === link.holds) return [];
    const nextReplyDue = endsWait(ticket, link) ? (times.dues['nextReply'] ?? null) : null;
    return [{ type: 'session_changed', data: { ...link, nextReplyDue } }];
  },
};

/** Somebody asked the engine to cancel the execution: a ticket ends only by its own process. */
export const ignoreCancel: Rule<FactData['ignoreCancel']> = {
  decide: () => [{ type: 'engine_cancel_ignored', data: {} }],
};

/** A terminated or failed execution was started again from its events. */
export const repair: Rule<FactData['repair']> = {
  decide: (_ticket, { reason }) => [{ type: 'run_repaired', data: { reason } }],
};

function endsWait(ticket: Ticket, { id, holds }: RemoteSessionLink): boolean {
  if (holds || !isWaitingForClient(ticket) || !isHeldBySession(ticket)) return false;
  return !ticket.remoteSessions.some((session) => session.id !== id && session.holds);
}
