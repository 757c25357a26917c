import type { Route } from '../contract/route';
import { rememberAnswer, type AnswerDocument } from '../store/answers';
import type { Deps } from './deps';
import type { Answer } from './handler';

/** Written before the answer is given, so that a repeated request never finds less than its caller was told. */
export async function remember(
  { store, clock }: Deps,
  commandId: string,
  bodyHash: string,
  { status, body, headers }: Exclude<Answer<Route>, 'written'>,
): Promise<void> {
  const answer: AnswerDocument = {
    _id: commandId,
    bodyHash,
    status,
    body: body ?? null,
    headers: { ...headers },
    at: clock().toISOString(),
  };
  await rememberAnswer(store, answer);
}
