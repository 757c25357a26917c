import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

/** One event of a history, as the engine's JSON form names it; each type has its attributes beside it. */
export interface HistoryEvent {
  eventId: string;
  eventTime: string;
  eventType: string;
  [attributes: string]: unknown;
}

/** Races with what arrives meanwhile: the server refuses the task's result and the task is done anew. */
const HARMLESS = new Set([
  'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND',
  'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_UPDATE',
]);

/** A history as the client fetches it. */
export type RecordedHistory = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** The events of a history in the engine's JSON form. */
export function eventsIn(history: RecordedHistory): HistoryEvent[] {
  return (JSON.parse(historyToJSON(history)) as { events: HistoryEvent[] }).events;
}

/** How often each type of event stands in a history, without the common prefix of the names. */
export function countEvents(history: RecordedHistory): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { eventType } of eventsIn(history)) {
    const name = eventType.replace('EVENT_TYPE_', '');
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Causes of the workflow tasks that failed by our own fault; a healthy history has none. */
export function taskFailures(history: RecordedHistory): string[] {
  return eventsIn(history)
    .map(
      (event) =>
        event['workflowTaskFailedEventAttributes'] as { cause?: string; failure?: object } | undefined,
    )
    .filter((failed) => failed !== undefined && !HARMLESS.has(failed.cause ?? ''))
    .map((failed) => `${failed?.cause}: ${JSON.stringify(failed?.failure)}`);
}

/**
 * The greatest number of timers that ran while the workflow was at rest. Within one task the engine puts new timers
 * before the cancelled ones, so only what is left at the end of a task counts.
 */
export function mostTimersAtOnce(history: RecordedHistory): number {
  let running = 0;
  let most = 0;
  for (const { eventType } of eventsIn(history)) {
    if (eventType === 'EVENT_TYPE_TIMER_STARTED') running += 1;
    if (eventType === 'EVENT_TYPE_TIMER_FIRED' || eventType === 'EVENT_TYPE_TIMER_CANCELED') running -= 1;
    if (eventType === 'EVENT_TYPE_WORKFLOW_TASK_STARTED') most = Math.max(most, running);
  }
  return most;
}
