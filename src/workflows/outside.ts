import type { TicketActivities } from '../activities/activities';
import { isFailedAttempt } from './failed-attempt';
import { proxiesOf } from './proxies';

const { local, patient, recorded, prompt } = proxiesOf<TicketActivities>();

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
    if (isFailedAttempt(error)) return undefined;
    throw error;
  }
}

/** The proxies give every activity its own type; a name that is itself a variable needs them as one. */
function call<N extends Name>(proxy: object, name: N, args: Arguments<N>): Promise<Result<N>> {
  const activities = proxy as Record<Name, (...args: unknown[]) => Promise<Result<N>>>;
  return activities[name](...args);
}
