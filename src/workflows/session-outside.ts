import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { SessionActivities } from '../activities/session-activities';
import type { SessionProjection } from '../activities/session-projection';
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

/** Characters; the engine takes 400 bytes. */
const MAX_SUMMARY = 120;

export const outside = { patient, prompt, bounded };

/** Writes the read model, however long it takes. */
export async function project(projection: SessionProjection): Promise<void> {
  const told = projection.events.map(({ name }) => name).join(', ');
  const shown = summary(told === '' ? 'On record' : `On record: ${told}`);
  try {
    await local.projectSession.executeWithOptions(shown, [projection]);
  } catch (error) {
    if (!isFailedAttempt(error)) throw error;
    await patient.projectSession.executeWithOptions(shown, [projection]);
  }
}

/** What the Web UI shows beside the step. Cut where a burst would make it a list. */
export function summary(text: string): { summary: string } {
  return { summary: text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY - 1)}…` : text };
}

/** The short code of a step that failed. */
export function codeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.type) return cause.type;
  return 'unavailable';
}
