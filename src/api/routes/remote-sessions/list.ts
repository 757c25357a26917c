import type { QueryFilter } from 'mongoose';
import { isStaff } from '../../../domain/access/role';
import type { SessionState } from '../../../domain/session/session';
import type { RemoteSessionDocument } from '../../../store/remote-sessions/remote-sessions';
import type { Deps } from '../../deps';
import { findTicket } from '../../tickets/on-ticket';
import type { Principal } from '../../principal';
import { keyset, type Order } from '../../tickets/keyset';
import type { Page } from '../../tickets/ticket-query';

export interface SessionFilter {
  folio?: string | undefined;
  state?: SessionState | undefined;
  stuck?: 'true' | undefined;
  limit: number;
  cursor?: string | undefined;
}

const ORDER: Order = [
  ['updatedAt', -1],
  ['_id', 1],
];

/** A page of the sessions that the caller may see, the last changed first. */
export async function listSessions(
  deps: Deps,
  principal: Principal,
  { folio, state, stuck, limit, cursor }: SessionFilter,
): Promise<Page<RemoteSessionDocument>> {
  const scope = await scopeOf(deps, principal, folio);
  if (!scope) return { items: [], nextCursor: null };
  const paging = keyset<RemoteSessionDocument>('remote-sessions', ORDER, cursor);
  const filter = {
    ...scope,
    ...(folio && { folio }),
    ...(state && { state }),
    ...(stuck && { stuck: true }),
  };
  const found = await deps.store.remoteSessions
    .find({ $and: [filter, paging.condition] } as QueryFilter<RemoteSessionDocument>)
    .sort(paging.order)
    .limit(limit + 1)
    .lean<RemoteSessionDocument[]>();
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last ? paging.next(last) : null };
}

/** Staff sees all, a client_admin the customer's, a client their own and those of a ticket that they may read. */
async function scopeOf(
  deps: Deps,
  principal: Principal,
  folio: string | undefined,
): Promise<QueryFilter<RemoteSessionDocument> | null> {
  if (isStaff(principal.role)) return {};
  const organizationId = principal.organizationId ?? '';
  if (folio !== undefined) return (await findTicket(deps, principal, folio)) ? { organizationId } : null;
  if (principal.role === 'client_admin') return { organizationId };
  return { organizationId, clientId: principal.userId };
}
