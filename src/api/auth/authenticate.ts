import type { Request } from 'express';
import { findApiKey, touchApiKey } from '../../store/accounts/api-keys';
import { findSession, touchSession } from '../../store/accounts/sessions';
import { findUser, type User } from '../../store/accounts/users';
import type { Store } from '../../store/store';
import { ApiError } from '../problems/api-error';
import type { Principal } from '../principal';
import { isShutOut } from './shut-out';
import { isForeignRequest } from './foreign-request';
import { keepOwnerHint, ownerHint } from './owner-hints';
import { owesSecondFactor } from './second-factor-duty';
import { sessionCookie } from './session-cookie';
import { isSecretOf, parseApiKey, parseSessionToken } from './token';

type Credentials = Pick<Request, 'headers' | 'method' | 'secure'>;

/**
 * Who sends the request, by API key or else by session cookie; null when nobody that is known. Costs two look-ups by
 * key, both at once for a credential that this process has seen before. A request that names a key stands or falls with
 * it, whatever cookie comes along.
 * @throws ApiError `foreign_origin` when a page of another site uses the cookie to change something
 */
export async function authenticate(
  store: Store,
  request: Credentials,
  now: Date = new Date(),
): Promise<Principal | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) return byApiKey(store, authorization, now);
  const cookie = sessionCookie(request);
  if (cookie === null) return null;
  const principal = await bySession(store, cookie, now);
  if (principal !== null && isForeignRequest(request)) throw new ApiError('foreign_origin');
  return principal;
}

async function byApiKey(store: Store, authorization: string, now: Date): Promise<Principal | null> {
  const given = parseApiKey(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  const owner = given && hintedOwner(store, given.id);
  const key = given && (await findApiKey(store, given.id, now));
  if (!key || !isSecretOf(given.secret, key.secretHash)) return null;
  unawaited(touchApiKey(store, key, now));
  // A key was made by a log-in that owed nothing any more.
  const means = { sessionId: null, apiKeyId: key._id, scopes: key.scopes };
  const user = await ownerOf(store, key, owner);
  return principalOf(user, { ...means, secondFactor: true }, now);
}

async function bySession(store: Store, cookie: string, now: Date): Promise<Principal | null> {
  const given = parseSessionToken(cookie);
  const owner = given && hintedOwner(store, given.id);
  const session = given && (await findSession(store, given.id, now));
  if (!session || !isSecretOf(given.secret, session.tokenHash)) return null;
  unawaited(touchSession(store, session, now));
  const means = { sessionId: session._id, apiKeyId: null, scopes: null };
  const user = await ownerOf(store, session, owner);
  return principalOf(user, { ...means, secondFactor: session.secondFactor }, now);
}

/** The person whose the credential was before, on their way already; null when this process has not seen it yet. */
function hintedOwner(store: Store, credentialId: string): Promise<User | null> | null {
  const userId = ownerHint(credentialId);
  if (userId === null) return null;
  const user = findUser(store, userId);
  // Nobody waits for it when the credential turns out to be none.
  user.catch(() => undefined);
  return user;
}

/** The person is read each time, so that a changed role or a closed account holds from the next request on. */
async function ownerOf(
  store: Store,
  { _id, userId }: { _id: string; userId: string },
  hinted: Promise<User | null> | null,
): Promise<User | null> {
  const early = await hinted;
  if (early?._id === userId) return early;
  keepOwnerHint(_id, userId);
  return findUser(store, userId);
}

function principalOf(
  user: User | null,
  {
    secondFactor,
    ...means
  }: Pick<Principal, 'sessionId' | 'apiKeyId' | 'scopes'> & { secondFactor: boolean },
  now: Date,
): Principal | null {
  if (user === null || !user.active || isShutOut(user, now)) return null;
  const { _id: userId, role, organizationId } = user;
  const mustEnrol = owesSecondFactor(user) && !secondFactor;
  const readOnly = Boolean(user.departedAt);
  return { userId, role, organizationId, readOnly, mustEnrol, ...means };
}

/** The note of a use must neither delay nor fail the request: the next one writes it again. */
function unawaited(note: Promise<void>): void {
  note.catch(() => undefined);
}
