import type { TICKET_ROUTES } from '../../contract/ticket-routes';
import { DEFAULT_LIMIT } from '../../contract/page';
import { isStaff } from '../../domain/access/role';
import { ApiError } from '../problems/api-error';
import { answerTicket } from '../tickets/answer-ticket';
import { assertClaimable, claimFor } from '../tickets/claim-attachments';
import { representEvents } from '../representations/event-representation';
import type { Deps } from '../deps';
import type { Answer, Authorised, HandlersOf } from '../handler';
import { onTicket } from '../tickets/on-ticket';
import { registrationRequest } from '../tickets/registration-request';
import { representTickets } from '../representations/ticket-representation';
import { acceptTicket } from '../tickets/accept-ticket';
import { listTickets } from '../tickets/list-tickets';
import { readDeadline, readEvents, readTicket } from '../tickets/read-ticket';
import { register, registeredEvent } from '../../domain/ticket/register';

type Handlers = HandlersOf<typeof TICKET_ROUTES>;
type RegisterTicket = Extract<(typeof TICKET_ROUTES)[number], { id: 'registerTicket' }>;

/** Registering and reading tickets. */
export const ticketReading: Pick<
  Handlers,
  'registerTicket' | 'listTickets' | 'readTicket' | 'listTicketEvents' | 'readDeadline'
> = {
  registerTicket: (request, deps) => deps.starter.rush.during(() => registerTicket(request, deps)),

  listTickets: async ({ principal, query }, { store, clock }) => {
    const { assignee, organization, limit = DEFAULT_LIMIT, ...rest } = query;
    const assigneeId = assignee === 'me' ? principal.userId : assignee;
    const filter = { ...rest, limit, assigneeId, organizationId: organization };
    const { items, nextCursor } = await listTickets(store, principal, filter, clock());
    return { status: 200, body: { items: await representTickets(store, principal, items), nextCursor } };
  },

  readTicket: onTicket(async ({ principal, query, params }, deps, found) => {
    const { minVersion = 0 } = query;
    const counted = isStaff(principal.role) ? 'version' : 'clientVersion';
    const isOld = found.ticket[counted] < minVersion;
    const newer = isOld ? await readTicket(deps.store, params.folio, minVersion, counted) : found;
    return { status: 200, ...(await answerTicket(deps, principal, newer ?? found)) };
  }),

  listTicketEvents: onTicket(async ({ principal, query }, { store }, { ticket }) => {
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const audience = isStaff(principal.role) ? 'staff' : 'client';
    const events = await readEvents(store, ticket, {
      audience,
      afterSeq: seqIn(cursor),
      limit: limit + 1,
    });
    const page = events.slice(0, limit);
    return {
      status: 200,
      body: {
        items: await representEvents(store, principal, page),
        nextCursor: events.length > limit ? `s${page.at(-1)?.seq}` : null,
      },
    };
  }),

  readDeadline: onTicket(async (_request, { store }, { ticket }) => {
    const deadline = await readDeadline(store, ticket);
    if (!deadline) throw new ApiError('not_found');
    return { status: 200, body: deadline };
  }),
};

async function registerTicket(
  request: Authorised<RegisterTicket>,
  deps: Deps,
): Promise<Answer<RegisterTicket>> {
  const { principal, body, commandId } = request;
  await assertClaimable(deps, commandId, principal.userId, body.attachmentIds);
  const intake = await acceptTicket(deps, await registrationRequest(request, deps));
  await claimFor(deps, intake._id, {
    ids: body.attachmentIds ?? [],
    uploaderId: principal.userId,
    commandId,
  });
  const { registeredAt, actor, registration } = intake.input;
  const ticket = register(registeredEvent(intake._id, registeredAt, actor, commandId, registration));
  const answer = await answerTicket(deps, principal, { ticket, needsRepair: false });
  return {
    status: 201,
    body: answer.body,
    headers: { ...answer.headers, Location: `/api/v1/tickets/${ticket.folio}` },
  };
}

/** A timeline's cursor is the last `seq` that was given. */
function seqIn(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const seq = /^s(\d{1,9})$/.exec(cursor)?.[1];
  if (seq === undefined)
    throw new ApiError('invalid_request', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] });
  return Number(seq);
}
