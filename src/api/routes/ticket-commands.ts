import type { z } from 'zod';
import type { COMMAND_ROUTES } from '../../contract/ticket-command-routes';
import type { ticketSchema } from '../../contract/ticket';
import type { Permission } from '../../domain/access/permissions';
import type { Route } from '../../contract/route';
import type { CommandData, CommandName } from '../../domain/ticket/commands';
import { answerAfter } from '../tickets/answer-ticket';
import { assertMayClose } from '../tickets/assert-may-close';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { findClient } from '../tickets/find-client';
import type { Answer, Authorised, HandlersOf, RecordHandler } from '../handler';
import { assertAgent, assertStaff } from '../tickets/known-staff';
import { onTicket } from '../tickets/on-ticket';
import type { Principal } from '../principal';
import { rulesIn } from '../tickets/rules-in';
import type { TicketRecord } from '../tickets/read-ticket';
import { repairTicket } from '../tickets/repair-ticket';
import { sendCommand } from '../tickets/send-command';
import { cancelHoldingSessions } from './remote-sessions/withdrawal';

/** Any of the command routes: below a ticket, answering with it. */
type CommandRoute = Route<
  string,
  z.ZodObject<{ folio: z.ZodString }, z.core.$strict>,
  z.ZodObject,
  z.ZodType,
  readonly [{ status: number; description: string; schema: typeof ticketSchema }],
  Permission
>;

type Intent = { [N in CommandName]: { name: N; data: CommandData[N] } }[CommandName];

/** Each command: what it asks of the ticket, once what it names has been looked up. */
export const ticketCommands: HandlersOf<typeof COMMAND_ROUTES> = {
  categorizeTicket: command(200, ({ body }) => ({ name: 'categorize', data: body })),
  prioritizeTicket: command(200, ({ body }) => ({ name: 'prioritize', data: body })),
  assignTicket: command(200, async ({ body }, deps) => {
    if ('auto' in body) return { name: 'requestAssignment', data: {} };
    await assertAgent(deps, body.agentId);
    return { name: 'assign', data: body };
  }),
  attendTicket: command(200, ({ body }) => ({ name: 'attend', data: body })),
  correctContact: command(200, ({ body }) => ({ name: 'correctContact', data: { contact: body } })),
  correctIncident: command(200, ({ body }) => ({ name: 'correctIncident', data: body })),
  addNote: command(201, async ({ body }, deps) => {
    await assertStaff(deps, body.mentions, 'mentions');
    return { name: 'addNote', data: body };
  }),
  recordPhoneCall: command(201, ({ body }) => ({ name: 'recordPhoneCall', data: body })),
  proposeSolution: command(201, ({ body }) => ({ name: 'proposeSolution', data: body })),
  retractSolution: command(200, ({ body }) => ({ name: 'retract', data: body })),
  closeTicket: command(200, async ({ body, principal, commandId, bodyHash }, deps, { ticket }) => {
    await assertMayClose(deps, principal, ticket, body);
    if (body.reason === 'withdrawn')
      await cancelHoldingSessions(deps, principal, ticket, { commandId, bodyHash });
    return { name: 'close', data: body };
  }),
  splitTicket: command(201, ({ body }) => ({ name: 'split', data: body })),
  referTicket: command(201, ({ body }) => ({ name: 'refer', data: body })),
  updateReferral: command(200, ({ body }) => ({ name: 'updateReferral', data: body })),
  addParticipant: command(200, async ({ params }, deps, { ticket }) => {
    await findClient(deps, params.clientId, ticket.organizationId, 'clientId');
    return { name: 'addParticipant', data: { clientId: params.clientId } };
  }),
  removeParticipant: command(200, ({ params }) => ({
    name: 'removeParticipant',
    data: { clientId: params.clientId },
  })),
  changeRequester: command(200, async ({ body, principal }, deps, { ticket }) => {
    // A colleague on the ticket may speak on it, but not give it away.
    if (principal.role === 'client' && principal.userId !== ticket.requesterId)
      throw new ApiError('not_allowed');
    await findClient(deps, body.clientId, ticket.organizationId, 'clientId');
    return { name: 'changeRequester', data: body };
  }),
  migrateTicketPolicy: command(200, async ({ body: { reason, ...versions } }, { store }) => ({
    name: 'migratePolicy',
    data: { ...(await rulesIn(store, versions)), reason },
  })),
  repairTicket: onTicket(async ({ principal, params, body }, deps, { ticket }) => {
    await repairTicket(deps, params.folio, body.reason);
    return { status: 200, ...(await answerAfter(deps, principal, params.folio, ticket.version)) };
  }),
};

/** Sends the command that a request means and answers with the ticket as it stands after it. */
function command<R extends CommandRoute, const Status extends R['answers'][0]['status']>(
  status: Status,
  meaning: (request: Authorised<R>, deps: Deps, record: TicketRecord) => Intent | Promise<Intent>,
): RecordHandler<R> {
  return onTicket<R>(async (request, deps, record) => {
    const { commandId, bodyHash, ifMatch } = request;
    // None of the command routes is public; a generic route's type can not say so, nor that its answer is the ticket.
    const principal = request.principal as Principal;
    const { folio } = record.ticket;
    const { name, data } = await meaning(request, deps, record);
    const actor = { id: principal.userId, role: principal.role };
    const { version } = await sendCommand(deps, { folio, name, data, actor, commandId, bodyHash, ifMatch });
    return { status, ...(await answerAfter(deps, principal, folio, version)) } as unknown as Answer<R>;
  });
}
