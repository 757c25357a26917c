import type { CommandData } from '../../../domain/ticket/commands';
import { DomainError } from '../../../domain/domain-error';
import { incidentsOf, unlinkTicket, type Incident } from '../../../store/desk/incidents';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';
import { findTicket } from '../../tickets/on-ticket';
import type { Principal } from '../../principal';
import { ticketClosed } from '../../tickets/closed-ticket';
import { readTicket } from '../../tickets/read-ticket';
import { sendCommand } from '../../tickets/send-command';

interface LinkRequest {
  principal: Principal;
  params: { folio: string };
  commandId: string;
  bodyHash: string;
}

type LinkIntent = {
  [N in 'linkIncident' | 'unlinkIncident']: { name: N; data: CommandData[N] };
}['linkIncident' | 'unlinkIncident'];

/**
 * Makes a ticket part of an incident; what it is part of is the ticket's own to say, and the link follows its event.
 * @throws ApiError `already_exists` when it is part of another
 */
export async function linkToIncident(deps: Deps, request: LinkRequest, incident: Incident): Promise<void> {
  const { folio } = request.params;
  // A link may be older than what tickets know of it.
  const known = (await incidentsOf(deps.store, [folio])).get(folio);
  if (known && known.id !== incident._id) throw new ApiError('already_exists', 'folio');
  const { _id: incidentId, title } = incident;
  await tell(deps, request, { name: 'linkIncident', data: { incidentId, title } });
}

/** Takes a ticket out of an incident; one that is not part of it stays as it is. */
export async function unlinkFromIncident(
  deps: Deps,
  request: LinkRequest,
  incidentId: string,
): Promise<void> {
  await tell(deps, request, { name: 'unlinkIncident', data: { incidentId } });
  await unlinkTicket(deps.store, incidentId, request.params.folio);
}

/** Returns once the ticket's event, and with it the link, can be read. */
async function tell(
  deps: Deps,
  { principal, params: { folio }, commandId, bodyHash }: LinkRequest,
  { name, data }: LinkIntent,
): Promise<void> {
  const record = await findTicket(deps, principal, folio);
  if (!record) throw new ApiError('not_found');
  if (record.ticket.status === 'closed') throw ticketClosed(folio);
  const actor = { id: principal.userId, role: principal.role };
  try {
    const { version } = await sendCommand(deps, { folio, name, data, actor, commandId, bodyHash });
    const written = await readTicket(deps.store, folio, version);
    if (!written || written.ticket.version < version) throw new ApiError('engine_unavailable');
  } catch (error) {
    if (error instanceof DomainError && error.code === 'ticket_closed') throw ticketClosed(folio);
    throw error;
  }
}
