import { rememberAnswer, type AnswerDocument } from '../store/answers';
import type { Deps } from './deps';

interface Remembered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Written before the answer is given, so that a repeated request never finds less than its caller was told.
 * @returns whether it is the first answer to its key
 */
export async function remember(
  { store, clock }: Deps,
  commandId: string,
  bodyHash: string,
  { status, body, headers }: Remembered,
): Promise<boolean> {
  const answer: Omit<AnswerDocument, 'forgetAt'> = {
    _id: commandId,
    bodyHash,
    status,
    body: body ?? null,
    headers: { ...headers },
    at: clock().toISOString(),
  };
  return rememberAnswer(store, answer);
}
