import type { TicketRepresentation } from '../../contract/ticket';
import { ApiError } from '../problems/api-error';
import { versionTagOf } from '../http/edited-version';
import type { Deps } from '../deps';
import type { Principal } from '../principal';
import { representTicket, type Shown } from '../representations/ticket-representation';
import { readTicket } from './read-ticket';

export interface TicketAnswer {
  readonly body: TicketRepresentation;
  readonly headers: { readonly ETag: string };
}

/** The ticket with its version as entity tag, for `If-Match`. */
export async function answerTicket(
  { store }: Deps,
  principal: Principal,
  shown: Shown,
): Promise<TicketAnswer> {
  const body = await representTicket(store, principal, shown);
  return { body, headers: versionTagOf(body) };
}

/**
 * The ticket after a command, at least as new as the command made it: the caller sees their own write.
 * @throws ApiError engine_unavailable when it can not be shown yet; the command holds, and its key shows it later
 */
export async function answerAfter(
  deps: Deps,
  principal: Principal,
  folio: string,
  version: number,
): Promise<TicketAnswer> {
  const record = await readTicket(deps.store, folio, version);
  if (!record || record.ticket.version < version) throw new ApiError('engine_unavailable');
  return answerTicket(deps, principal, record);
}
