import { setTimeout as wait } from 'node:timers/promises';
import type { WithStartWorkflowOperation, Workflow } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { DomainError } from '../../../domain/domain-error';
import { isFinal } from '../../../domain/session/session';
import { reopening, restartSession } from '../../../engine/tell-session';
import {
  findRemoteSession,
  unmarkLost,
  type RemoteSessionDocument,
} from '../../../store/remote-sessions/remote-sessions';
import type { Store } from '../../../store/store';
import {
  sessionUpdate,
  type SessionCommandData,
  type SessionCommandName,
  type SessionEnvelope,
  type SessionReceipt,
} from '../../../workflows/session-messages';
import { ApiError } from '../../problems/api-error';
import { askEngine, explainFailure, isGone } from '../../tickets/ask-engine';
import type { Deps } from '../../deps';
import type { Principal } from '../../principal';

export interface SessionCommand<N extends SessionCommandName> {
  sessionId: string;
  name: N;
  data: SessionCommandData[N];
  principal: Principal;
  commandId: string;
  bodyHash: string;
}

/** How long a reader waits for what a command has made. */
const SHOWN_MS = 2_000;

/**
 * Sends a command to the session's workflow and gives the record as the command left it. A session whose execution
 * was ended from outside is started again from its record first.
 * @throws DomainError when a rule refuses
 * @throws ApiError `engine_unavailable` when the outcome is unknown; repeating with the same key is safe
 */
export async function commandSession<N extends SessionCommandName>(
  deps: Deps,
  command: SessionCommand<N>,
): Promise<RemoteSessionDocument> {
  const { sessionId } = command;
  const deadline = Date.now() + deps.config.engineDeadlineMs;
  try {
    const receipt = await execute(deps, command, deadline).catch(async (error: unknown) => {
      if (!isGone(error)) throw error;
      const record = await findRemoteSession(deps.store, sessionId);
      const before = record?.handled.find(({ commandId }) => commandId === command.commandId);
      if (record && before) return { version: record.version, bodyHash: before.bodyHash };
      if (record && isFinal(record.state) && command.name === 'confirmTransfer') {
        // Money that comes after the end is taken note of, and goes back.
        const again = await reopening(deps.store, sessionId);
        if (again) return execute(deps, command, deadline, again);
      }
      if (record && isFinal(record.state) && command.name !== 'retrySession')
        throw new DomainError('session_state');
      await restartSession({ store: deps.store, client: deps.temporal }, sessionId);
      // The id of an update that an ended run refused is not tried again under the same id.
      return execute(deps, command, deadline);
    });
    if (receipt.bodyHash !== command.bodyHash) throw new ApiError('idempotency_key_reused');
    return await alive(deps.store, await recordAt(deps.store, sessionId, receipt.version));
  } catch (error) {
    throw explainFailure(error, deps.logger);
  }
}

/** The record at a version or later. @throws ApiError `engine_unavailable` when it does not come in time */
export async function recordAt(
  store: Store,
  sessionId: string,
  version: number,
): Promise<RemoteSessionDocument> {
  const end = Date.now() + SHOWN_MS;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    const record = await findRemoteSession(store, sessionId);
    if (record && record.version >= version) return record;
    if (Date.now() >= end) throw new ApiError('engine_unavailable');
    await wait(pause);
  }
}

/** An execution that answers is not lost. */
async function alive(store: Store, record: RemoteSessionDocument): Promise<RemoteSessionDocument> {
  if (!record.lostAt) return record;
  await unmarkLost(store, record);
  return { ...record, lostAt: null };
}

function execute<N extends SessionCommandName>(
  { temporal }: Deps,
  { sessionId, name, data, principal, commandId, bodyHash }: SessionCommand<N>,
  deadline: number,
  again?: () => WithStartWorkflowOperation<Workflow>,
): Promise<SessionReceipt> {
  const actor = { id: principal.userId, role: principal.role };
  const envelope: SessionEnvelope<N> = { commandId, bodyHash, actor, data };
  const update = sessionUpdate(name) as UpdateDefinition<SessionReceipt, [SessionEnvelope<N>], string>;
  const handle = temporal.workflow.getHandle(sessionId);
  return askEngine(commandId, deadline, (updateId) =>
    temporal.withDeadline(deadline, () => {
      const options = { args: [envelope] as [SessionEnvelope<N>], updateId };
      if (!again) return handle.executeUpdate(update, options);
      const startWorkflowOperation = again();
      return temporal.workflow.executeUpdateWithStart(update, { ...options, startWorkflowOperation });
    }),
  );
}
