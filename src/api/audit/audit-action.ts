import type { Request } from 'express';
import type { Route } from '../../contract/route';
import { appendAudit } from '../../store/accounts/audit';
import { findUser } from '../../store/accounts/users';
import { AUDIT_SUBJECTS, type Audited, type AuditSubject } from './audit-subjects';
import type { Deps } from '../deps';
import type { Principal } from '../principal';

const USER_AGENT_LENGTH = 200;

interface Asked {
  readonly params: Readonly<Record<string, unknown>>;
  readonly principal: Principal | null;
  /** What was sent. */
  readonly body: unknown;
  readonly requestId: string;
  readonly http: Request;
}

/** Writes the entry of an action that was answered. */
export type FinishAudit = (body: unknown) => Promise<void>;

/**
 * Looks at what an action is about to change. The entry is written once it has succeeded and before it is answered: an
 * action whose entry can not be written answers 503, and repeating it writes the entry.
 * @returns null for what the audit log does not hold
 */
export async function beginAudit(route: Route, asked: Asked, deps: Deps): Promise<FinishAudit | null> {
  const subjects: Readonly<Record<string, AuditSubject>> = AUDIT_SUBJECTS;
  const subject = subjects[route.id];
  if (!subject) return null;
  const { store } = deps;
  const { params, principal, body: sent } = asked;
  const early = await subject.idOf(store, { params, principal, sent });
  const before = early === null ? null : await lookAt(deps, subject, early);
  return async (body) => {
    const known: Audited = { params, principal, sent, body };
    const id = early ?? (await subject.idOf(store, known)) ?? 'unknown';
    const { requestId, http } = asked;
    const details = {
      before,
      after: await lookAt(deps, subject, id),
      ...fromWhere(http),
    };
    const target = { targetKind: subject.kind, targetId: id };
    const facts = { ...(await actorOf(deps, asked, id)), ...target, action: route.id, requestId, details };
    await appendAudit(store, facts, deps.clock());
  };
}

/** Where a request came from, as far as it says. */
export function fromWhere(http: Request): { address: string | null; userAgent: string | null } {
  return {
    address: http.ip ?? null,
    userAgent: http.get('User-Agent')?.slice(0, USER_AGENT_LENGTH) ?? null,
  };
}

/** Whoever logs in, or chooses a password by a link, is who it happens to. */
async function actorOf(
  { store }: Deps,
  { principal }: Asked,
  targetId: string,
): Promise<Pick<Parameters<typeof appendAudit>[1], 'actorId' | 'actorRole' | 'apiKeyId'>> {
  if (principal) {
    return { actorId: principal.userId, actorRole: principal.role, apiKeyId: principal.apiKeyId };
  }
  const user = await findUser(store, targetId);
  return { actorId: user?._id ?? null, actorRole: user?.role ?? null, apiKeyId: null };
}

async function lookAt({ store }: Deps, { look }: AuditSubject, id: string): Promise<unknown> {
  return look ? look(store, id) : null;
}
