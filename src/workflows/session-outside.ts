import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { SessionActivities } from '../activities/session-activities';
import { isFailedAttempt } from './failed-attempt';
import { proxiesOf } from './proxies';

const { local, patient, prompt } = proxiesOf<SessionActivities>();

/**
 * Providers: a few attempts at once; what still fails is shown to support and tried again by the clock. All that is
 * sent carries a key or may be repeated.
 */
const bounded = proxyActivities<SessionActivities>({
  startToCloseTimeout: '25s',
  heartbeatTimeout: '8s',
  scheduleToCloseTimeout: '90s',
  retry: { initialInterval: '300ms', backoffCoefficient: 2, maximumInterval: '2s', maximumAttempts: 5 },
});

export const outside = { patient, prompt, bounded };

/** Writes the read model, however long it takes. */
export async function project(...args: Parameters<SessionActivities['projectSession']>): Promise<void> {
  try {
    await local.projectSession(...args);
  } catch (error) {
    if (!isFailedAttempt(error)) throw error;
    await patient.projectSession(...args);
  }
}

/** The short code of a step that failed. */
export function codeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.type) return cause.type;
  return 'unavailable';
}
