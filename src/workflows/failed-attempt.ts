import { isCancellation, TemporalFailure } from '@temporalio/workflow';

/**
 * Whether a quick attempt failed, so that a patient activity takes over. A local activity that failed throws the failure
 * itself, one that timed out an ActivityFailure around it; let through, either would fail the workflow for good.
 */
export function isFailedAttempt(error: unknown): boolean {
  return error instanceof TemporalFailure && !isCancellation(error);
}
