import type { z } from 'zod';
import type { AGENT_ROUTES } from '../../../contract/agents';
import { DomainError } from '../../../domain/domain-error';
import type { AgentDocument } from '../../../store/desk/agents';
import type { TicketDocument } from '../../../store/tickets/tickets';
import type { Store } from '../../../store/store';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';
import { commandIdOf } from '../../http/fingerprint';
import type { Principal } from '../../principal';
import { sendCommand } from '../../tickets/send-command';

type Handover = z.input<(typeof AGENT_ROUTES)[4]['answers'][0]['schema']>;
type Left = z.input<(typeof AGENT_ROUTES)[3]['answers'][0]['schema']>['tickets'];

const AT_ONCE = 5;

/**
 * Gives an agent's tickets to assignment, each by the command that a person would send. A ticket that refuses, or that
 * the engine did not confirm, keeps nobody else from being passed on; repeating the request with its key is safe.
 */
export async function handOver(
  deps: Deps,
  { folios }: AgentDocument,
  by: { principal: Principal; commandId: string; bodyHash: string },
): Promise<Handover> {
  const items: Handover['items'] = [];
  for (let from = 0; from < folios.length; from += AT_ONCE) {
    const round = folios.slice(from, from + AT_ONCE);
    items.push(...(await Promise.all(round.map((folio) => requestAssignment(deps, folio, by)))));
  }
  return { items };
}

async function requestAssignment(
  deps: Deps,
  folio: string,
  { principal, commandId, bodyHash }: { principal: Principal; commandId: string; bodyHash: string },
): Promise<Handover['items'][number]> {
  const actor = { id: principal.userId, role: principal.role };
  const sent = { actor, commandId: commandIdOf(commandId, folio), bodyHash };
  try {
    await sendCommand(deps, { folio, name: 'requestAssignment', data: {}, ...sent });
    return { folio, outcome: 'requested', code: null };
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof DomainError)) throw error;
    return { folio, outcome: error.code === 'engine_unavailable' ? 'unknown' : 'refused', code: error.code };
  }
}

/** What an agent leaves behind, the most urgent first. */
export async function ticketsLeft(store: Store, { folios }: AgentDocument): Promise<Left> {
  const found = await store.tickets
    .find({ _id: { $in: folios }, closed: false })
    .lean<TicketDocument[]>()
    .exec();
  const rank = new Map(found.map(({ _id, rank: value }) => [_id, value]));
  return found
    .sort((a, b) => rank.get(a._id)! - rank.get(b._id)! || (a.createdAt < b.createdAt ? -1 : 1))
    .map(({ _id: folio, priority, status, ticket: { subject } }) => ({ folio, subject, priority, status }));
}
