import type { z } from 'zod';
import type { AUDIT_ROUTES } from '../../contract/audit';
import { DEFAULT_LIMIT } from '../../contract/page';
import { listAudit, type AuditDetails, type AuditEntry } from '../../store/accounts/audit';
import { ApiError } from '../problems/api-error';
import type { HandlersOf } from '../handler';
import { makeCursor, readCursor } from './account-page';

type EntryView = z.input<(typeof AUDIT_ROUTES)[0]['answers'][0]['schema']>['items'][number];

export const auditHandlers: HandlersOf<typeof AUDIT_ROUTES> = {
  async listAudit({ query: { limit = DEFAULT_LIMIT, cursor, actor, target } }, { store }) {
    const before = seqOf(readCursor('audit', cursor));
    const found = await listAudit(store, { before, limit: limit + 1, actorId: actor, targetId: target });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    const nextCursor = more ? makeCursor('audit', [String(last._id), '']) : null;
    return { status: 200, body: { items: shown.map(entryView), nextCursor } };
  },
};

function seqOf(place: readonly [string, string] | undefined): number | undefined {
  if (place === undefined) return undefined;
  if (!/^\d{1,15}$/.test(place[0])) {
    throw new ApiError('invalid_request', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] });
  }
  return Number(place[0]);
}

function entryView(entry: AuditEntry): EntryView {
  const { _id: seq, at, actorId, actorRole, apiKeyId, action, targetKind, targetId, requestId, hash } = entry;
  return {
    seq,
    at: at.toISOString(),
    actor: actorId === null || actorRole === null ? null : { id: actorId, role: actorRole, apiKeyId },
    action,
    target: { kind: targetKind, id: targetId },
    requestId,
    details: entry.personal === null ? null : (JSON.parse(entry.personal) as AuditDetails),
    hash,
  };
}
