import type { FactData } from './commands';
import type { Rule } from './rule';
import { askNextReply } from './targets';
import { isHeldBySession, isWaitingForClient, type SessionNews, type Ticket } from './ticket';

/**
 * A paid session changed its state, or its money moved; it tells the ticket each time, perhaps twice. While it holds, no
 * wait closes the ticket; when the last one lets go, the word is with support: it gives the solution, and the full 48
 * hours run.
 */
export const changeSession: Rule<FactData['changeSession']> = {
  ask: (ticket, link, asking) => (endsWait(ticket, link) ? askNextReply(ticket, asking) : {}),
  decide(ticket, news, { times }) {
    const { id, state, holds, money = [] } = news;
    const known = ticket.remoteSessions.find((session) => session.id === id);
    const moved = money.filter(({ seq }) => seq > (known?.moneyTold ?? 0));
    const sameState = known?.state === state && known.holds === holds;
    if (sameState && moved.length === 0) return [];
    const nextReplyDue = endsWait(ticket, news) ? (times.dues['nextReply'] ?? null) : null;
    const data = { id, state, holds, nextReplyDue };
    if (moved.length === 0) return [{ type: 'session_changed', data }];
    return [
      {
        type: 'session_changed',
        data: { ...data, money: moved, ...(sameState && { sameState: true as const }) },
      },
    ];
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

function endsWait(ticket: Ticket, { id, holds }: SessionNews): boolean {
  if (holds || !isWaitingForClient(ticket) || !isHeldBySession(ticket)) return false;
  return !ticket.remoteSessions.some((session) => session.id !== id && session.holds);
}
