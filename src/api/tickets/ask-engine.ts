import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Logger } from 'pino';
import { DOMAIN_ERROR_CODES, DomainError, type DomainErrorCode } from '../../domain/domain-error';
import { ApiError } from '../problems/api-error';

/** How a command fails whose step outside did not answer in time (`refusal.ts` of the workflows). */
const STEP_UNANSWERED = 'store_unavailable';

/**
 * Sends a command's Update. The engine repeats the outcome of an update's id, also when it was that a step outside did
 * not answer: such an attempt changed nothing and is made again under another id. The workflow itself knows the command
 * by its own.
 * @param deadline epoch milliseconds
 */
export async function askEngine<Answer>(
  commandId: string,
  deadline: number,
  send: (updateId: string) => Promise<Answer>,
): Promise<Answer> {
  for (let updateId = commandId; ; updateId = `${commandId}/${randomUUID()}`) {
    try {
      return await send(updateId);
    } catch (error) {
      if (failureOf(error)?.type !== STEP_UNANSWERED || Date.now() >= deadline) throw error;
    }
  }
}

/** There is no execution to talk to: "not found", or the update was admitted and aborted by the completion. */
export function isGone(error: unknown): boolean {
  return (
    error instanceof WorkflowNotFoundError || failureOf(error)?.type === 'AcceptedUpdateCompletedWorkflow'
  );
}

/** What a command's failure means to its caller: the rule's refusal, or that nobody knows yet. */
export function explainFailure(error: unknown, logger: Logger): unknown {
  if (error instanceof ApiError || error instanceof DomainError) return error;
  const failure = failureOf(error);
  const code = failure?.type ?? undefined;
  if (isDomainCode(code)) {
    const [detail] = (failure?.details ?? []) as { path?: string | null }[];
    return new DomainError(code, detail?.path ?? undefined);
  }
  if (code === 'defect') return error;
  // Timed out, unavailable, or its store is: applied or not, nobody knows yet.
  logger.warn({ err: error }, 'command without an answer of the engine');
  return new ApiError('engine_unavailable');
}

function failureOf(error: unknown): ApplicationFailure | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  return error.cause instanceof ApplicationFailure ? error.cause : undefined;
}

function isDomainCode(code: string | undefined): code is DomainErrorCode {
  return code !== undefined && (DOMAIN_ERROR_CODES as readonly string[]).includes(code);
}
