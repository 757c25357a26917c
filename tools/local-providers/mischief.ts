import { setTimeout as wait } from 'node:timers/promises';
import type { DoubleAnswer } from './http-double';

/** How a double misbehaves, for tests: calls left to go wrong, and a delay of every call in milliseconds. */
export interface Mischief {
  failing: number;
  delayMs: number;
  /** Calls left whose answer is not what was agreed on. */
  garbage: number;
  /** Calls left whose work is done and whose answer is lost. */
  losing: number;
  /** The same with the connection broken off. */
  dying: number;
}

/** What going wrong looks like for one call. What is left out does not happen to it. */
interface Wrongs {
  failure: DoubleAnswer;
  garbage?: DoubleAnswer;
  mayLose?: boolean;
  mayDie?: boolean;
}

export function noMischief(): Mischief {
  return { failing: 0, delayMs: 0, garbage: 0, losing: 0, dying: 0 };
}

/** Does the work of one call, unless the double is to misbehave. */
export async function misbehaving(
  mischief: Mischief,
  { failure, garbage, mayLose = false, mayDie = false }: Wrongs,
  work: () => DoubleAnswer,
): Promise<DoubleAnswer> {
  if (mischief.delayMs > 0) await wait(mischief.delayMs);
  if (isLeft(mischief, 'failing')) return failure;
  if (garbage && isLeft(mischief, 'garbage')) return garbage;
  const answer = work();
  if (mayDie && isLeft(mischief, 'dying')) return { status: 0 };
  if (mayLose && isLeft(mischief, 'losing')) return failure;
  return answer;
}

function isLeft(mischief: Mischief, kind: Exclude<keyof Mischief, 'delayMs'>): boolean {
  if (mischief[kind] === 0) return false;
  mischief[kind] -= 1;
  return true;
}
