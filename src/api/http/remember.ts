import { findAnswer, rememberAnswer, type AnswerDocument } from '../../store/tickets/answers';
import type { Deps } from '../deps';

interface Remembered {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `secret`: what the answer holds is sealed, and forgotten after a day. */
interface Keeping {
  readonly commandId: string;
  readonly bodyHash: string;
  readonly secret?: boolean;
}

/**
 * Written before the answer is given, so that a repeated request never finds less than its caller was told.
 * @returns whether it is the first answer to its key
 */
export async function remember(
  { store, clock, sessions }: Pick<Deps, 'store' | 'clock' | 'sessions'>,
  { commandId, bodyHash, secret = false }: Keeping,
  { status, body = null, headers }: Remembered,
): Promise<boolean> {
  const answer: Omit<AnswerDocument, 'forgetAt'> = {
    _id: commandId,
    bodyHash,
    status,
    body: secret ? sessions.vault.seal(JSON.stringify(body), ownerOf(commandId)) : body,
    ...(secret && { sealed: true }),
    headers: { ...headers },
    at: clock().toISOString(),
  };
  return rememberAnswer(store, answer);
}

/** The first answer to a key, as it was given; null while there is none. */
export async function recall(
  { store, sessions }: Pick<Deps, 'store' | 'sessions'>,
  commandId: string,
): Promise<AnswerDocument | null> {
  const answer = await findAnswer(store, commandId);
  if (!answer?.sealed) return answer;
  const body: unknown = JSON.parse(sessions.vault.open(String(answer.body), ownerOf(commandId)));
  return { ...answer, body };
}

function ownerOf(commandId: string): string {
  return `answer:${commandId}`;
}
