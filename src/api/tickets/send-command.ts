import type { UpdateDefinition } from '@temporalio/common';
import type { Actor } from '../../domain/actor';
import type { CommandData, CommandName } from '../../domain/ticket/commands';
import { startTicket } from '../../engine/start-ticket';
import { isArchived, type ArchiveDocument } from '../../store/tickets/archive';
import { findIntake, markStarted, PinnedVersionGoneError } from '../../store/tickets/intakes';
import type { Store } from '../../store/store';
import {
  commandUpdate,
  ticketWorkflowId,
  UNKNOWN_BODY,
  type Envelope,
  type Receipt,
} from '../../workflows/messages';
import { ApiError } from '../problems/api-error';
import { askEngine, explainFailure, isGone } from './ask-engine';
import type { Deps } from '../deps';
import { ticketClosed } from './closed-ticket';
import { isRunning } from './is-running';

export interface TicketCommand<N extends CommandName> {
  folio: string;
  name: N;
  data: CommandData[N];
  actor: Actor;
  /** Hash of caller and idempotency key: repeating it gives the first outcome. */
  commandId: string;
  bodyHash: string;
  ifMatch?: number | undefined;
}

/**
 * Sends one command to the ticket's workflow and waits for its answer, at most `engineDeadlineMs`.
 * @throws DomainError when a rule refuses
 * @throws ApiError `engine_unavailable` when the outcome is unknown (repeating with the same key is safe),
 *   `ticket_closed` with the offer of a new one, `needs_repair`, `not_found`
 */
export async function sendCommand<N extends CommandName>(
  deps: Deps,
  command: TicketCommand<N>,
): Promise<Receipt> {
  const deadline = Date.now() + deps.config.engineDeadlineMs;
  try {
    return same(await execute(deps, command, deadline), command);
  } catch (error) {
    if (!isGone(error)) throw explainFailure(error, deps.logger);
  }
  const receipt = await explainAbsence(deps, command, deadline);
  if (receipt) return receipt;
  try {
    return same(await execute(deps, command, deadline), command);
  } catch (error) {
    if (isGone(error)) throw new ApiError('engine_unavailable');
    throw explainFailure(error, deps.logger);
  }
}

function execute<N extends CommandName>(
  { temporal }: Deps,
  { folio, name, data, actor, commandId, bodyHash, ifMatch }: TicketCommand<N>,
  deadline: number,
): Promise<Receipt> {
  const envelope: Envelope<CommandData[N]> = {
    commandId,
    bodyHash,
    actor,
    data,
    ...(ifMatch !== undefined && { ifMatch }),
  };
  const update = commandUpdate(name) as UpdateDefinition<Receipt, [Envelope<CommandData[N]>], string>;
  const handle = temporal.workflow.getHandle(ticketWorkflowId(folio));
  return askEngine(commandId, deadline, (updateId) =>
    temporal.withDeadline(deadline, () => handle.executeUpdate(update, { args: [envelope], updateId })),
  );
}

/** The engine gives the first outcome to a repeated id, whatever the arguments: a key with another body is refused here. */
function same(receipt: Receipt, { bodyHash }: { bodyHash: string }): Receipt {
  const known = receipt.bodyHash !== UNKNOWN_BODY;
  if (known && receipt.bodyHash !== bodyHash) throw new ApiError('idempotency_key_reused');
  return receipt;
}

/** No execution to talk to: closed for good, accepted but not started, ended from outside, or never there. */
async function explainAbsence(
  deps: Deps,
  { folio, commandId }: TicketCommand<CommandName>,
  deadline: number,
): Promise<Receipt | null> {
  const { store, temporal } = deps;
  if (await isArchived(store, folio)) {
    const receipt = await receiptFromArchive(store, folio, commandId);
    if (!receipt) throw ticketClosed(folio);
    return receipt;
  }
  const intake = await findIntake(store, folio);
  if (intake?.state === 'pending') {
    await temporal
      .withDeadline(deadline, () => startTicket(temporal, store, intake))
      .catch((error: unknown) => {
        if (error instanceof PinnedVersionGoneError) throw new ApiError('needs_repair');
        deps.logger.warn({ err: error, folio }, 'ticket could not be started for its first command');
        throw new ApiError('engine_unavailable');
      });
    await markStarted(store, folio);
    return null;
  }
  // Somebody else started it between the call and the look.
  if (intake && (await isRunning(deps, folio, deadline))) return null;
  const { matchedCount } = await store.tickets.updateOne(
    { _id: folio, closed: false },
    { $set: { needsRepair: true } },
  );
  throw new ApiError(matchedCount === 1 ? 'needs_repair' : 'not_found');
}

/** The command was carried out before the ticket closed, perhaps by closing it: its success is on record. */
async function receiptFromArchive(store: Store, folio: string, commandId: string): Promise<Receipt | null> {
  if (!(await store.events.exists({ folio, commandId }))) return null;
  const { version, clientVersion } = (await store.archive.findById(folio).lean<ArchiveDocument>())!.ticket;
  return { version, clientVersion, bodyHash: UNKNOWN_BODY };
}
