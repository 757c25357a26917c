import type { Ticket } from '../../../ui/api/types';

/** What happens next on a ticket, and whose turn it is. */
export interface NextStep {
  kind: 'accept' | 'answer' | 'pay' | 'choose' | 'join' | 'scheduled' | 'attention' | 'support' | 'closed';
  turn: 'client' | 'support' | 'nobody';
  /** When it closes by itself, or when support expects to be done; null when nothing is known. */
  by: string | null;
  /** The paid session that it is about. */
  sessionId: string | null;
}

type Followed = Pick<Ticket, 'status' | 'waiting' | 'milestones' | 'estimatedAt' | 'remoteSessions'>;

/** The one thing to do next: what closes the ticket comes first, then the paid session, then support's own work. */
export function nextStepOf(ticket: Followed): NextStep {
  const { status, waiting, milestones, estimatedAt } = ticket;
  if (status === 'closed') return step('closed', 'nobody');
  const running = sessionIn(ticket, ['in_progress']);
  if (running !== null) return step('join', 'client', null, running);
  if (waiting !== null)
    return step(waiting.cause === 'solution' ? 'accept' : 'answer', 'client', waiting.autoCloseAt);
  const quoted = sessionIn(ticket, ['quoted', 'checkout']);
  if (quoted !== null) return step('pay', 'client', null, quoted);
  const paid = sessionIn(ticket, ['paid']);
  if (paid !== null) return step('choose', 'client', null, paid);
  const scheduled = sessionIn(ticket, ['scheduled']);
  if (scheduled !== null) return step('scheduled', 'nobody', null, scheduled);
  if (milestones.firstAttention === null) return step('attention', 'support');
  return step('support', 'support', estimatedAt);
}

function step(
  kind: NextStep['kind'],
  turn: NextStep['turn'],
  by: string | null = null,
  sessionId: string | null = null,
): NextStep {
  return { kind, turn, by, sessionId };
}

function sessionIn({ remoteSessions }: Followed, states: readonly string[]): string | null {
  return remoteSessions.find(({ state }) => states.includes(state))?.id ?? null;
}
