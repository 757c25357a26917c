import { countAttempt, forgetAttempts } from '../../store/accounts/login-attempts';
import { addSession, endSession, type Session } from '../../store/accounts/sessions';
import { findUser, findUserByEmail, noteLogIn, type User } from '../../store/accounts/users';
import type { Store } from '../../store/store';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { locked } from './attempt-pause';
import { confirmedFactor, takeCode } from './one-time-code';
import { isPasswordOf } from './password';
import { isShutOut } from './shut-out';
import { formatSessionToken, newToken } from './token';

export interface LogIn {
  user: User;
  session: Session;
  /** What the cookie holds. Known now and never again. */
  token: string;
}

/**
 * Starts a session for a person with the right password. An unknown address, a wrong password and a closed account
 * answer alike, in the same time.
 * @throws ApiError `invalid_credentials`, `customer_left`, `totp_required`, `invalid_totp`, `account_locked` (with `Retry-After`) after too many failures
 */
export async function logIn(
  deps: Pick<Deps, 'store' | 'clock' | 'sessions'>,
  given: { email: string; password: string; totp?: string | undefined; userAgent: string | null },
): Promise<LogIn> {
  const { store, clock } = deps;
  const waitMs = await countAttempt(store, given.email, clock());
  if (waitMs > 0) throw locked(waitMs);
  const found = await findUserByEmail(store, given.email);
  const user = found?.active ? found : null;
  if (!(await isPasswordOf(given.password, user?.passwordHash ?? null)) || user === null) {
    throw new ApiError('invalid_credentials');
  }
  // Only who knows the password is told why.
  if (isShutOut(user, clock())) throw new ApiError('customer_left');
  const secondFactor = await takeSecondFactor(deps, user, given.totp);
  await forgetAttempts(store, given.email);
  await noteLogIn(store, user._id, clock());
  const token = newToken();
  const session = await addSession(
    store,
    { _id: token.id, tokenHash: token.hash, userId: user._id, userAgent: given.userAgent, secondFactor },
    clock(),
  );
  await assertUnchanged(store, user, session);
  return { user, session, token: formatSessionToken(token) };
}

/** A new password and a new role end every log-in: one that was under way meanwhile, and so was not there yet, too. */
async function assertUnchanged(store: Store, before: User, session: Session): Promise<void> {
  const now = await findUser(store, before._id);
  if (now?.passwordHash === before.passwordHash && now.role === before.role) return;
  await endSession(store, before._id, session._id);
  throw new ApiError('invalid_credentials');
}

/** Asked only after the right password, so that nobody else learns who has a second factor. */
async function takeSecondFactor(
  deps: Pick<Deps, 'store' | 'clock' | 'sessions'>,
  { _id }: User,
  totp: string | undefined,
): Promise<boolean> {
  const factor = await confirmedFactor(deps, _id);
  if (factor === null) return false;
  if (totp === undefined) throw new ApiError('totp_required', 'totp');
  if (!(await takeCode(deps, factor, totp))) throw new ApiError('invalid_totp', 'totp');
  return true;
}
