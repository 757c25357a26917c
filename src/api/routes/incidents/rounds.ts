import type { Deps } from '../../deps';
import { finishUpdates } from './update';

const ROUND_MS = 5_000;

/**
 * Looks again and again for updates of incidents that are not finished. Every API process does: the message has one
 * command id on each ticket, so two that finish the same update publish it once.
 * @returns what to call at the end; what a round under way leaves is finished by another process or the next start
 */
export function startIncidentRounds(deps: Deps): () => void {
  let stopped = false;
  let timer = setTimeout(look, ROUND_MS);

  function look(): void {
    void finishUpdates(deps)
      .catch((error: unknown) => deps.logger.debug({ err: error }, 'incident round put off'))
      .finally(() => {
        if (!stopped) timer = setTimeout(look, ROUND_MS);
      });
  }

  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
