import { z } from 'zod';
import { PRIORITIES } from '../domain/classification/priority';
import { deadlineSchema } from './deadline';
import { folio, id, text, wholeNumber } from './fields';
import { pageOf, pageQuery } from './page';
import type { Route } from './route';
import { defineRoute } from './route';
import { messageAcceptedSchema, ticketEventSchema, ticketSchema } from './ticket';
import { messageBody, registrationBody } from './ticket-input';
import { COMMAND_ROUTES } from './ticket-command-routes';
import { ARCHIVE_ROUTES } from './archive-routes';
import { TICKET_VIEWS } from './views';

const tag = 'Tickets';
const params = z.strictObject({ folio });

/** `priority` is the order of work: most pressing, then oldest. `updated` and `created` show the newest first. */
export const TICKET_SORTS = ['priority', 'updated', 'created', 'due', 'closing'] as const;

const registerTicket = defineRoute({
  id: 'registerTicket',
  method: 'post',
  path: '/tickets',
  tag,
  summary: 'Registrar ticket',
  permission: 'ticket.register',
  body: registrationBody,
  idempotency: 'required',
  answers: [
    {
      status: 201,
      description: 'Registered; accepted for good even while the engine is away',
      schema: ticketSchema,
      headers: { Location: 'Where the ticket is', ETag: 'Its version' },
    },
  ],
  problems: [
    'contract_not_in_force',
    'product_not_covered',
    'version_not_supported',
    'incident_in_future',
    'incident_required',
    'unknown_type',
    'unknown_ticket',
    'other_organization',
    'unknown_attachment',
    'on_behalf_required',
    'unknown_client',
    'unknown_branch',
  ],
});

const listTickets = defineRoute({
  id: 'listTickets',
  method: 'get',
  path: '/tickets',
  tag,
  summary: 'Open tickets within reach',
  permission: 'ticket.read',
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(['waiting_support', 'waiting_client']).optional(),
    type: id.optional(),
    priority: z.enum(PRIORITIES).optional(),
    assignee: id.optional().describe('`me`, `none` or an id'),
    organization: id.optional(),
    view: z.enum(TICKET_VIEWS).optional(),
    q: text(200).optional(),
    sort: z.enum(TICKET_SORTS).optional(),
  }),
  answers: [{ status: 200, description: 'A page of tickets', schema: pageOf(ticketSchema) }],
});

const readTicket = defineRoute({
  id: 'readTicket',
  method: 'get',
  path: '/tickets/{folio}',
  tag,
  summary: 'A ticket, open or closed',
  permission: 'ticket.read',
  params,
  query: z.strictObject({
    minVersion: wholeNumber(1, 999_999_999)
      .optional()
      .describe('Waits briefly until the ticket is at least there'),
  }),
  answers: [
    { status: 200, description: 'The ticket', schema: ticketSchema, headers: { ETag: 'Its version' } },
  ],
});

const listTicketEvents = defineRoute({
  id: 'listTicketEvents',
  method: 'get',
  path: '/tickets/{folio}/events',
  tag,
  summary: 'The timeline, oldest first; internal notes for staff only',
  permission: 'ticket.read',
  params,
  query: z.strictObject(pageQuery),
  answers: [{ status: 200, description: 'A page of events', schema: pageOf(ticketEventSchema) }],
});

const readDeadline = defineRoute({
  id: 'readDeadline',
  method: 'get',
  path: '/tickets/{folio}/deadline',
  tag,
  summary: 'How the instant of the automatic closing was counted, as stored when the wait began',
  permission: 'ticket.read',
  params,
  answers: [
    {
      status: 200,
      description: 'The explanation, also of the wait that closed the ticket; 404 when nothing is waited for',
      schema: deadlineSchema,
    },
  ],
});

const postMessage = defineRoute({
  id: 'postMessage',
  method: 'post',
  path: '/tickets/{folio}/messages',
  tag,
  summary: "Public reply; the client's stops the clock, an agent's question starts it",
  permission: 'ticket.reply',
  params,
  body: messageBody,
  ifMatch: true,
  answers: [
    {
      status: 201,
      description: 'Published',
      schema: messageAcceptedSchema,
      headers: { ETag: "The ticket's version" },
    },
    {
      status: 202,
      description: 'Accepted for good, not yet on the timeline',
      schema: z.strictObject({ state: z.literal('pending'), commandId: z.string(), event: z.null() }),
      headers: { Location: 'Where to see when it is' },
    },
  ],
  problems: [
    'ticket_closed',
    'stale_version',
    'unknown_attachment',
    'assignee_required',
    'not_allowed',
    'needs_repair',
    'engine_unavailable',
  ],
});

const readMessage = defineRoute({
  id: 'readMessage',
  method: 'get',
  path: '/tickets/{folio}/messages/{commandId}',
  tag,
  summary: 'Whether an accepted message is on the timeline',
  permission: 'ticket.read',
  params: z.strictObject({ folio, commandId: z.string().regex(/^[0-9a-f]{32}$/) }),
  answers: [
    {
      status: 200,
      description: 'Processed with its event, or pending',
      schema: z.strictObject({
        state: z.enum(['processed', 'pending']),
        commandId: z.string(),
        event: ticketEventSchema.nullable(),
      }),
    },
  ],
});

/** Tickets, their commands and their archive. */
export const TICKET_ROUTES = [
  registerTicket,
  listTickets,
  readTicket,
  listTicketEvents,
  readDeadline,
  postMessage,
  readMessage,
  ...COMMAND_ROUTES,
  ...ARCHIVE_ROUTES,
] as const satisfies readonly Route[];
