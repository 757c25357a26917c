import { countAttempt, mailAttempts, type COUNTED_MAILS } from '../../store/accounts/login-attempts';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';

/**
 * Counts one more mail that somebody asks for to an address, known or not: nobody's mailbox is flooded from here.
 * @throws ApiError `account_locked` with `Retry-After` after too many
 */
export async function countMail(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  what: (typeof COUNTED_MAILS)[number],
  address: string,
): Promise<void> {
  const waitMs = await countAttempt(store, mailAttempts(what, address), clock());
  if (waitMs > 0) throw locked(waitMs);
}

/** "Come back later", in seconds. */
export function locked(waitMs: number): ApiError {
  return new ApiError('account_locked', { headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) } });
}
