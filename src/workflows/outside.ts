import { isCancellation, proxyActivities, proxyLocalActivities, TemporalFailure } from '@temporalio/workflow';
import type { TicketActivities } from '../activities/activities';

/** What a handler waits for at most: a person is waiting for its answer. */
const HANDLER_SCHEDULE_TO_CLOSE = '3s';

const local = proxyLocalActivities<TicketActivities>({
  startToCloseTimeout: '1s',
  retry: { maximumAttempts: 1 },
});

const patient = proxyActivities<TicketActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
});

/** Short enough that a ticket goes on within seconds when the worker died in it. */
const recorded = proxyActivities<TicketActivities>({
  startToCloseTimeout: '5s',
  retry: { initialInterval: '500ms', backoffCoefficient: 1.5, maximumInterval: '5s' },
});

const prompt = proxyActivities<TicketActivities>({
  startToCloseTimeout: HANDLER_SCHEDULE_TO_CLOSE,
  scheduleToCloseTimeout: HANDLER_SCHEDULE_TO_CLOSE,
  retry: { initialInterval: '200ms' },
});

type Name = keyof TicketActivities;
type Arguments<N extends Name> = Parameters<TicketActivities[N]>;
type Result<N extends Name> = Awaited<ReturnType<TicketActivities[N]>>;

/**
 * For the main function: one quick attempt inside the workflow task, since MongoDB nearly always answers; when it
 * does not, an activity that tries until it does.
 */
export async function surely<N extends Name>(name: N, ...args: Arguments<N>): Promise<Result<N>> {
  const quick = await quickly(name, args);
  return quick ? quick.result : await call(patient, name, args);
}

/**
 * For the main function, where the outside must not be ahead of the engine: scheduling an activity ends the workflow
 * task, so what led to it is on record before anything is written. A local activity's task may be lost with its worker
 * after the write was done, and the ticket never hears of it.
 */
export function onceOnRecord<N extends Name>(name: N, ...args: Arguments<N>): Promise<Result<N>> {
  return call(recorded, name, args);
}

/** For a handler: the same as `surely`, but with an end after three seconds, so that its caller hears the truth. */
export async function promptly<N extends Name>(name: N, ...args: Arguments<N>): Promise<Result<N>> {
  const quick = await quickly(name, args);
  return quick ? quick.result : await call(prompt, name, args);
}

/** One quick attempt; undefined when it failed, which an activity without a result must not look like. */
async function quickly<N extends Name>(
  name: N,
  args: Arguments<N>,
): Promise<{ result: Result<N> } | undefined> {
  try {
    return { result: await call(local, name, args) };
  } catch (error) {
    // A local activity that failed throws the failure itself, one that timed out an ActivityFailure around it.
    if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error;
    return undefined;
  }
}

/** The proxies give every activity its own type; a name that is itself a variable needs them as one. */
function call<N extends Name>(proxy: object, name: N, args: Arguments<N>): Promise<Result<N>> {
  const activities = proxy as Record<Name, (...args: unknown[]) => Promise<Result<N>>>;
  return activities[name](...args);
}
