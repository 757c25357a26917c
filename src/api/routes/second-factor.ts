import type { SECOND_FACTOR_ROUTES } from '../../contract/second-factor';
import { may } from '../../domain/access/permissions';
import { keepAccountMail } from '../../notices/account-mail';
import { countAttempt, forgetAttempts, secondFactorAttempts } from '../../store/accounts/login-attempts';
import {
  confirmPending,
  findSecondFactor,
  keepPending,
  removeSecondFactor,
  replaceRecoveryCodes,
} from '../../store/accounts/second-factors';
import { addSession, endSessions, type Session } from '../../store/accounts/sessions';
import { findUser, type User } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import { locked } from '../auth/attempt-pause';
import { confirmedFactor, newRecoveryCodes, newSecret, stepOf, takeCode } from '../auth/one-time-code';
import { isPasswordOf } from '../auth/password';
import { owesSecondFactor } from '../auth/second-factor-duty';
import { setSessionCookie } from '../auth/session-cookie';
import { formatSessionToken, newToken } from '../auth/token';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { sessionView } from './session-representation';

export const secondFactorHandlers: HandlersOf<typeof SECOND_FACTOR_ROUTES> = {
  async getSecondFactor({ principal }, deps) {
    const [user, factor] = await Promise.all([
      ownerOf(deps, principal),
      confirmedFactor(deps, principal.userId),
    ]);
    const recoveryCodesLeft = factor?.recoveryHashes.length ?? 0;
    const body = { enrolled: factor !== null, required: owesSecondFactor(user), recoveryCodesLeft };
    return { status: 200, body };
  },

  async beginSecondFactor({ principal, body }, deps) {
    const user = await ownerOf(deps, browserOf(principal));
    await guarded(deps, user, async () => {
      if (!(await isPasswordOf(body.password, user.passwordHash)))
        throw new ApiError('wrong_password', 'password');
      const present = await confirmedFactor(deps, user._id);
      if (present && !(body.code && (await takeCode(deps, present, body.code)))) {
        throw new ApiError('invalid_code', 'code');
      }
    });
    const { secret, uri, kept } = newSecret(deps, { userId: user._id, email: user.email });
    await keepPending(deps.store, user._id, kept);
    return { status: 201, body: { secret, uri } };
  },

  async confirmSecondFactor({ principal, body, http }, deps) {
    const user = await ownerOf(deps, browserOf(principal));
    const pending = (await findSecondFactor(deps.store, user._id))?.pending;
    if (!pending) throw new ApiError('nothing_to_confirm');
    const recoveryCodes = newRecoveryCodes();
    await guarded(deps, user, async () => {
      const step = stepOf(deps, pending, user._id, body.code, deps.clock());
      if (step === null) throw new ApiError('invalid_code', 'code');
      const given = { pending, step, recoveryCodes };
      if (!(await confirmPending(deps.store, user._id, given, deps.clock()))) {
        throw new ApiError('nothing_to_confirm');
      }
    });
    // What was logged in without it, or under the one before, is out; this browser goes on under a new token.
    await endSessions(deps.store, user._id);
    const { session, token } = await renewedSession(deps, user, http.get('User-Agent') ?? null);
    await keepAccountMail(deps.store, 'second_factor_on', user._id);
    return {
      status: 200,
      body: { recoveryCodes, session: sessionView(session, session._id) },
      headers: { 'Set-Cookie': setSessionCookie(http, token, session.expiresAt) },
    };
  },

  async renewRecoveryCodes({ principal, body }, deps) {
    const user = await ownerOf(deps, browserOf(principal));
    const factor = await confirmedFactor(deps, user._id);
    if (factor === null) throw new ApiError('nothing_to_confirm');
    await guarded(deps, user, async () => {
      if (!(await takeCode(deps, factor, body.code))) throw new ApiError('invalid_code', 'code');
    });
    const recoveryCodes = newRecoveryCodes();
    await replaceRecoveryCodes(deps.store, user._id, recoveryCodes);
    return { status: 201, body: { recoveryCodes } };
  },

  removeSecondFactor: onRecord(findPerson, async (_request, { store }, person) => {
    if (!(await removeSecondFactor(store, person._id))) throw new ApiError('not_found');
    await endSessions(store, person._id);
    await keepAccountMail(store, 'second_factor_off', person._id);
    return { status: 204 };
  }),
};

/** Who may not do it does not learn who exists. */
async function findPerson(
  { role }: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<User | null> {
  return may(role, 'second_factor.remove') ? findUser(store, id) : null;
}

/** A key must not be able to lock its owner out. */
function browserOf(principal: Principal): Principal {
  if (principal.sessionId === null) throw new ApiError('forbidden');
  return principal;
}

async function ownerOf({ store }: Deps, { userId }: Principal): Promise<User> {
  const user = await findUser(store, userId);
  if (user === null) throw new ApiError('unauthenticated');
  return user;
}

/** Wrong guesses count like those of a log-in, in an account of their own. */
async function guarded(deps: Deps, { _id }: User, check: () => Promise<void>): Promise<void> {
  const attempts = secondFactorAttempts(_id);
  const waitMs = await countAttempt(deps.store, attempts, deps.clock());
  if (waitMs > 0) throw locked(waitMs);
  await check();
  await forgetAttempts(deps.store, attempts);
}

async function renewedSession(
  { store, clock }: Deps,
  { _id: userId }: User,
  userAgent: string | null,
): Promise<{ session: Session; token: string }> {
  const token = newToken();
  const given = { _id: token.id, tokenHash: token.hash, userId, secondFactor: true };
  const session = await addSession(store, { ...given, userAgent: userAgent?.slice(0, 200) ?? null }, clock());
  return { session, token: formatSessionToken(token) };
}
