import { ActivityFailure, ApplicationFailure } from '@temporalio/workflow';
import { DomainError } from '../domain/domain-error';

/** Type of the failure that says: nothing is known yet, repeat the command with the same key. */
export const STORE_UNAVAILABLE = 'store_unavailable';

/**
 * Only an ApplicationFailure may leave an update handler: anything else fails the workflow task and the ticket
 * hangs. Whatever is not a refusal by a rule is a defect and keeps its name for the log.
 */
export function refusalOf(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof DomainError) {
    return ApplicationFailure.create({
      type: error.code,
      message: error.code,
      nonRetryable: true,
      details: [{ path: error.path ?? null }],
    });
  }
  if (error instanceof ActivityFailure)
    return ApplicationFailure.create({ type: STORE_UNAVAILABLE, nonRetryable: true });
  return ApplicationFailure.create({ type: 'defect', message: String(error), nonRetryable: true });
}
