import type { API_KEY_ROUTES } from '../../contract/api-keys';
import type { Permission } from '../../domain/access/permissions';
import { may } from '../../domain/access/permissions';
import { addApiKey, findApiKey, listApiKeys, removeApiKey, type ApiKey } from '../../store/accounts/api-keys';
import { ApiError } from '../problems/api-error';
import { formatApiKey, newToken, type Token } from '../auth/token';
import type { Deps } from '../deps';
import type { HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { recall, remember } from '../http/remember';
import { comparePlaces, pageOfAll, type Place } from './account-page';

export const apiKeyHandlers: HandlersOf<typeof API_KEY_ROUTES> = {
  async listApiKeys({ principal, query }, { store }) {
    const keys = await listApiKeys(store, principal.userId);
    const body = pageOfAll('api-keys', keys.sort(newestFirst), query, {
      place: placeOf,
      descending: true,
      show: apiKeyView,
    });
    return { status: 200, body };
  },

  async createApiKey({ principal, body, commandId, bodyHash }, deps) {
    const scopes = scopesWithin(principal, body.scopes);
    const expiresAt = await expiryWithin(principal, body.expiresAt, deps);
    const token = await tokenFor(deps, commandId, bodyHash);
    const given = { _id: token.id, secretHash: token.hash, userId: principal.userId, name: body.name };
    const key = await addApiKey(deps.store, { ...given, scopes, expiresAt }, deps.clock());
    return { status: 201, body: { ...apiKeyView(key), key: formatApiKey(token) } };
  },

  async deleteApiKey({ principal, params }, { store }) {
    if (!(await removeApiKey(store, principal.userId, params.id))) throw new ApiError('not_found');
    return { status: 204 };
  },
};

/**
 * The token of a request, settled before its key is made: of several under one Idempotency-Key, and of one that broke off
 * and comes again, each makes the same key.
 */
async function tokenFor(deps: Deps, commandId: string, bodyHash: string): Promise<Token> {
  const keeping = { commandId: `${commandId}:token`, bodyHash, secret: true };
  const token = newToken();
  if (await remember(deps, keeping, { status: 0, body: token })) return token;
  const first = await recall(deps, keeping.commandId);
  if (first?.bodyHash !== bodyHash) throw new ApiError('idempotency_key_reused');
  return first.body as Token;
}

/** A key never opens more than what it was made with. */
function scopesWithin(
  { role, scopes: held }: Principal,
  asked: Permission[] | undefined,
): Permission[] | null {
  if (asked === undefined) return held === null ? null : [...held];
  const beyond = asked.findIndex((scope) => !may(role, scope) || (held !== null && !held.includes(scope)));
  if (beyond >= 0) throw new ApiError('scope_not_held', `scopes.${beyond}`);
  return [...new Set(asked)];
}

/** Nor longer: a key that is about to expire could otherwise renew itself for ever. */
async function expiryWithin(
  { apiKeyId }: Principal,
  asked: string | undefined,
  { store, clock }: Deps,
): Promise<Date | null> {
  const maker = apiKeyId === null ? null : await findApiKey(store, apiKeyId, clock());
  const latest = maker?.expiresAt ?? null;
  if (asked === undefined) return latest;
  const expiresAt = new Date(asked);
  const tooLate = latest !== null && expiresAt > latest;
  if (expiresAt <= clock() || tooLate) throw new ApiError('invalid_expiry', 'expiresAt');
  return expiresAt;
}

function apiKeyView({ _id: id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiKey): ApiKeyView {
  return {
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

interface ApiKeyView {
  id: string;
  name: string;
  scopes: Permission[] | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

function placeOf({ _id, createdAt }: ApiKey): Place {
  return [createdAt.toISOString(), _id];
}

function newestFirst(a: ApiKey, b: ApiKey): number {
  return comparePlaces(placeOf(b), placeOf(a));
}
