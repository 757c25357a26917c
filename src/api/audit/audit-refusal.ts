import type { Route } from '../../contract/route';
import { may } from '../../domain/access/permissions';
import { appendAudit } from '../../store/accounts/audit';
import { findUserByEmail } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import { fromWhere } from './audit-action';
import type { Deps } from '../deps';
import type { Principal } from '../principal';
import type { Request } from 'express';

/** How a log-in fails that somebody may have to explain. */
const FAILED_LOG_INS = ['invalid_credentials', 'invalid_totp', 'account_locked'];

interface Refused {
  readonly params: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly principal: Principal | null;
  readonly requestId: string;
  readonly http: Request;
}

/**
 * Notes a refusal that those who guard the service want to see: a log-in that failed or was paused, and somebody who
 * tried what only staff may do, or what their role or key does not hold. What was sent is not kept: it may be anything.
 * A refusal stands whether or not it could be noted.
 */
export async function auditRefusal(
  route: Route,
  error: unknown,
  refused: Refused,
  deps: Deps,
): Promise<void> {
  if (!(error instanceof ApiError)) return;
  const target = await targetOf(route, error, refused, deps).catch(() => null);
  if (target === null) return;
  const { principal, requestId, http } = refused;
  const entry = {
    ...target,
    actorId: principal?.userId ?? null,
    actorRole: principal?.role ?? null,
    apiKeyId: principal?.apiKeyId ?? null,
    action: `${route.id}.refused`,
    requestId,
    details: { before: null, after: { refused: error.code }, ...fromWhere(http) },
  };
  await appendAudit(deps.store, entry, deps.clock()).catch((failure: unknown) =>
    deps.logger.error({ err: failure, route: route.id, code: error.code }, 'refusal not in the audit log'),
  );
}

async function targetOf(
  route: Route,
  { code }: ApiError,
  { params, body }: Refused,
  { store }: Deps,
): Promise<{ targetKind: string; targetId: string } | null> {
  if (route.id === 'logIn' && FAILED_LOG_INS.includes(code)) {
    const email: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : null;
    const user = typeof email === 'string' ? await findUserByEmail(store, email) : null;
    // An address without an account may be anybody's: it is not kept.
    return { targetKind: 'person', targetId: user?._id ?? 'unknown' };
  }
  if (code !== 'forbidden' || !isForStaff(route)) return null;
  const [named] = Object.values(params);
  return { targetKind: 'route', targetId: typeof named === 'string' ? named : 'none' };
}

function isForStaff({ permission }: Route): boolean {
  return permission !== 'public' && permission !== 'authenticated' && !may('client', permission);
}
