import { API_BASE } from '../api/client';

/** What has changed: one ticket, who of support is on one, one paid session, or who knows what. */
export type LiveNews =
  | { kind: 'ticket'; folio: string; seq: number; type: string }
  | { kind: 'presence'; folio: string }
  | { kind: 'session'; id: string }
  | { kind: 'resync' };

const FIRST_PAUSE_MS = 5_000;
const LAST_PAUSE_MS = 60_000;

/**
 * Listens to the service until `signal` aborts. The browser reconnects by itself, with the place where it stopped;
 * after a refusal, as while logged out, it gives up, and is started again here.
 */
export function listen(tell: (news: LiveNews) => void, signal: AbortSignal): void {
  let pauseMs = FIRST_PAUSE_MS;
  let missed = false;
  open();

  function open(): void {
    if (signal.aborted) return;
    const source = new EventSource(`${API_BASE}/stream`);
    const close = (): void => source.close();
    signal.addEventListener('abort', close, { once: true });
    source.addEventListener('open', () => {
      pauseMs = FIRST_PAUSE_MS;
      if (missed) tell({ kind: 'resync' });
      missed = false;
    });
    source.addEventListener('ticket', (event) => {
      const data = JSON.parse(String(event.data)) as { folio: string; seq: number; type: string };
      tell({ kind: 'ticket', ...data });
    });
    source.addEventListener('presence', (event) => {
      const { folio } = JSON.parse(String(event.data)) as { folio: string };
      tell({ kind: 'presence', folio });
    });
    source.addEventListener('session', (event) => {
      const { id } = JSON.parse(String(event.data)) as { id: string };
      tell({ kind: 'session', id });
    });
    source.addEventListener('resync', () => tell({ kind: 'resync' }));
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED || signal.aborted) return;
      signal.removeEventListener('abort', close);
      missed = true;
      setTimeout(open, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LAST_PAUSE_MS);
    });
  }
}
