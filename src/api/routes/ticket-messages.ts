import type { TICKET_ROUTES } from '../../contract/ticket-routes';
import { isStaff } from '../../domain/access/role';
import { assertVersion } from '../../domain/ticket/decide';
import type { TicketEvent } from '../../domain/ticket/events';
import { pendingReplies, whereaboutsOf } from '../../store/tickets/inboxes';
import { answerAfter } from '../tickets/answer-ticket';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { representEvent } from '../representations/event-representation';
import type { Authorised, HandlersOf } from '../handler';
import { onTicket } from '../tickets/on-ticket';
import { acceptReply, findReply, type ReplyOutcome } from '../tickets/accept-reply';
import type { TicketRecord } from '../tickets/read-ticket';
import { sendCommand } from '../tickets/send-command';
import { whileHeld } from '../tickets/while-held';

type Handlers = HandlersOf<typeof TICKET_ROUTES>;
type PostMessage = Extract<(typeof TICKET_ROUTES)[number], { id: 'postMessage' }>;

/** The conversation: a client's reply is accepted for good, an agent's message is a command. */
export const ticketMessages: Pick<Handlers, 'postMessage' | 'readMessage'> = {
  postMessage: onTicket(async (request, deps, record) => {
    const { principal, params, commandId } = request;
    const outcome = await (isStaff(principal.role) ? publish(request, deps) : reply(request, deps, record));
    if (outcome.state === 'pending') {
      const headers = { Location: `/api/v1/tickets/${params.folio}/messages/${commandId}` };
      return { status: 202, body: { state: 'pending', commandId, event: null }, headers };
    }
    const { event } = outcome;
    const { body, headers } = await answerAfter(deps, principal, params.folio, event.seq);
    return {
      status: 201,
      body: { ...body, event: await representEvent(deps.store, principal, event) },
      headers,
    };
  }),

  readMessage: onTicket(async ({ principal, params }, deps) => {
    const { folio, commandId } = params;
    const event = await findReply(deps, folio, commandId);
    if (event)
      return {
        status: 200,
        body: { state: 'processed', commandId, event: await representEvent(deps.store, principal, event) },
      };
    const pending = await pendingReplies(deps.store, folio);
    if (!pending.some((waiting) => waiting.commandId === commandId)) throw new ApiError('not_found');
    return { status: 200, body: { state: 'pending', commandId, event: null } };
  }),
};

async function reply(
  request: Authorised<PostMessage>,
  deps: Deps,
  { ticket, closed }: TicketRecord,
): Promise<ReplyOutcome> {
  const { principal, params, body, commandId, bodyHash, ifMatch } = request;
  const actor = { id: principal.userId, role: principal.role };
  if (body.awaitsClient) throw new ApiError('not_allowed', 'awaitsClient');
  // Of a closed ticket the closing is the news, not the version; a reply that is there already made the news itself.
  if (!closed && !(await isAccepted(deps, request))) assertVersion(ticket, ifMatch, actor);
  const { folio } = params;
  const attachmentIds = body.attachmentIds ?? [];
  const naming = { ids: closed ? [] : attachmentIds, uploaderId: principal.userId, commandId };
  return whileHeld(deps, folio, naming, () =>
    acceptReply(deps, {
      folio,
      body: body.body,
      attachmentIds,
      actor,
      commandId,
      bodyHash,
      ifMatch: closed ? undefined : ifMatch,
    }),
  );
}

/** Asked only where it matters: of a reply that names what its sender had seen. */
async function isAccepted(
  { store }: Deps,
  { params, commandId, ifMatch }: Authorised<PostMessage>,
): Promise<boolean> {
  return ifMatch !== undefined && (await whereaboutsOf(store, params.folio, commandId)) !== 'unknown';
}

async function publish(
  request: Authorised<PostMessage>,
  deps: Deps,
): Promise<{ state: 'processed'; event: TicketEvent }> {
  const { principal, params, body, commandId, bodyHash, ifMatch } = request;
  const { folio } = params;
  const actor = { id: principal.userId, role: principal.role };
  const naming = { ids: body.attachmentIds ?? [], uploaderId: principal.userId, commandId };
  const { version } = await whileHeld(deps, folio, naming, () =>
    sendCommand(deps, { folio, name: 'postMessage', data: body, actor, commandId, bodyHash, ifMatch }),
  );
  await answerAfter(deps, principal, folio, version);
  const event = await findReply(deps, folio, commandId);
  if (!event) throw new ApiError('engine_unavailable');
  return { state: 'processed', event };
}
