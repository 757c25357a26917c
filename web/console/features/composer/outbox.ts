import { useSyncExternalStore } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';

/** How what was written on a ticket stands on its way. It outlives the page of the ticket: one may go on to the next. */
export interface Outgoing {
  phase: 'idle' | 'sending' | 'failed';
  problem: ApiProblem | null;
  /** Grows with each text that has arrived, so that a composer begins anew. */
  sent: number;
}

const IDLE: Outgoing = { phase: 'idle', problem: null, sent: 0 };
const outgoing = new Map<string, Outgoing>();
const listeners = new Set<() => void>();

export function useOutgoing(folio: string): Outgoing {
  return useSyncExternalStore(listen, () => outgoing.get(folio) ?? IDLE);
}

export function noteSending(folio: string): void {
  note(folio, { phase: 'sending', problem: null });
}

export function noteSent(folio: string): void {
  note(folio, { phase: 'idle', problem: null, sent: (outgoing.get(folio) ?? IDLE).sent + 1 });
}

export function noteUndone(folio: string): void {
  note(folio, { phase: 'idle', problem: null });
}

export function noteFailed(folio: string, problem: ApiProblem): void {
  note(folio, { phase: 'failed', problem });
}

function note(folio: string, next: Partial<Outgoing>): void {
  outgoing.set(folio, { ...(outgoing.get(folio) ?? IDLE), ...next });
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
