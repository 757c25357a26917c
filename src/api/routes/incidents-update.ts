import { createHash } from 'node:crypto';
import { DomainError } from '../../domain/domain-error';
import { noteOutcome, type IncidentUpdate, type UpdateOutcome } from '../../store/incidents';
import { ApiError } from '../api-error';
import type { Deps } from '../deps';
import { sendCommand } from '../tickets/send-command';

/** Commands under way at once: the engine serves others too. */
const AT_ONCE = 8;

/**
 * Sends what of an update is still pending and notes what became of it. May be run any number of times and by several
 * processes at once: on each ticket the message has one command id, so that it is published once.
 */
export async function sendUpdate(deps: Deps, update: IncidentUpdate): Promise<IncidentUpdate> {
  const outcomes = { ...update.outcomes };
  const pending = Object.keys(outcomes).filter((folio) => outcomes[folio] === 'pending');
  for (let start = 0; start < pending.length; start += AT_ONCE) {
    const some = pending.slice(start, start + AT_ONCE);
    const told = await Promise.all(
      some.map(async (folio) => [folio, await sendTo(deps, update, folio)] as const),
    );
    for (const [folio, outcome] of told) outcomes[folio] = outcome;
    // An engine that is away would make each of the others wait as long.
    if (told.every(([, outcome]) => outcome === 'pending')) break;
  }
  return { ...update, outcomes };
}

async function sendTo(deps: Deps, { _id, body, by }: IncidentUpdate, folio: string): Promise<UpdateOutcome> {
  const outcome = await attempt(deps, {
    folio,
    name: 'postMessage',
    data: { body },
    actor: by,
    commandId: digest(`${_id}:${folio}`),
    bodyHash: digest(body),
  });
  if (outcome !== 'pending') await noteOutcome(deps.store, _id, folio, outcome);
  return outcome;
}

async function attempt(
  deps: Deps,
  command: Parameters<typeof sendCommand<'postMessage'>>[1],
): Promise<UpdateOutcome> {
  try {
    await sendCommand(deps, command);
    return 'sent';
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof DomainError)) throw error;
    if (error.code === 'ticket_closed') return 'closed';
    return error.code === 'engine_unavailable' ? 'pending' : 'refused';
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
