import { createHash } from 'node:crypto';
import { DomainError } from '../../../domain/domain-error';
import { instantAt } from '../../../domain/instant';
import {
  noteOutcome,
  settleUpdate,
  unsettledUpdates,
  type IncidentUpdate,
  type UpdateOutcome,
} from '../../../store/desk/incidents';
import type { Store } from '../../../store/store';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';
import { sendCommand } from '../../tickets/send-command';

/** Commands under way at once: the engine serves others too. */
const AT_ONCE = 8;

/** What is younger is still in the hands of the request that wrote it. */
const GRACE_MS = 15_000;

/** What has waited longer is news no more: it is not sent, and said to be refused. */
const STALE_MS = 24 * 3_600_000;

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
  const settled = Object.values(outcomes).every((outcome) => outcome !== 'pending');
  if (settled) await settleUpdate(deps.store, update._id);
  return { ...update, outcomes, settled };
}

/** Finishes updates that a process which died, or an engine that was away, left behind. */
export async function finishUpdates(deps: Deps): Promise<void> {
  const now = deps.clock().getTime();
  for (const update of await unsettledUpdates(deps.store, instantAt(now - GRACE_MS))) {
    if (update.at < instantAt(now - STALE_MS)) await giveUp(deps.store, update);
    else await sendUpdate(deps, update);
  }
}

async function giveUp(store: Store, { _id, outcomes }: IncidentUpdate): Promise<void> {
  for (const [folio, outcome] of Object.entries(outcomes))
    if (outcome === 'pending') await noteOutcome(store, _id, folio, 'refused');
  await settleUpdate(store, _id);
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
    if (!(error instanceof ApiError || error instanceof DomainError)) {
      // The store may be away; a defect on one ticket must not keep the news from the others.
      deps.logger.error({ err: error, folio: command.folio }, 'update of an incident could not be sent');
      return 'pending';
    }
    if (error.code === 'ticket_closed') return 'closed';
    return error.code === 'engine_unavailable' ? 'pending' : 'refused';
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
