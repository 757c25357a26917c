import { z } from 'zod';
import { folio, id, instant, line, text } from './fields';
import { pageOf, pageQuery } from './page';
import type { Route } from './route';
import { defineRoute, versionTag } from './route';

const TAG = 'Incidents';

export const INCIDENT_SEVERITIES = ['critical', 'major', 'minor'] as const;
export const INCIDENT_STATES = ['open', 'resolved'] as const;
export const UPDATE_OUTCOMES = ['pending', 'sent', 'closed', 'refused'] as const;

const updateSchema = z
  .strictObject({
    id: z.string(),
    body: z.string(),
    at: instant,
    by: z.strictObject({ id: z.string(), role: z.string() }),
    /**
     * `pending`: not confirmed by the engine yet, and sent once it is there; `closed`: the ticket had ended; `refused`:
     * the ticket does not take it, or the engine was away for a day.
     */
    tickets: z.array(z.strictObject({ folio: z.string(), outcome: z.enum(UPDATE_OUTCOMES) })),
  })
  .meta({ id: 'IncidentUpdate' });

const fields = {
  id: z.string(),
  title: z.string(),
  notice: z.string().nullable().describe('What clients read in the Sitio while it is open'),
  severity: z.enum(INCIDENT_SEVERITIES),
  state: z.enum(INCIDENT_STATES),
  createdAt: instant,
  updatedAt: instant,
  resolvedAt: instant.nullable(),
  /** Every ticket that is linked, closed ones included. */
  folios: z.array(z.string()),
  /** Linked tickets that are open now. */
  openTickets: z.number().int(),
  /** Customers with such a ticket: whom it affects now. */
  affectedCustomers: z.number().int(),
  /** Customers with any linked ticket: whom it has affected. */
  linkedCustomers: z.number().int(),
  version: z
    .number()
    .int()
    .describe('Counts the changes of the incident itself: not its tickets, not its updates'),
};
const incidentSchema = z.strictObject(fields).meta({ id: 'Incident' });
const wholeIncidentSchema = z
  .strictObject({ ...fields, updates: z.array(updateSchema) })
  .meta({ id: 'WholeIncident' });

const title = line(200);
const notice = text(2_000).nullable();
const severity = z.enum(INCIDENT_SEVERITIES);
const params = z.strictObject({ id });
const ticketParams = z.strictObject({ id, folio });
const answer = { description: 'The incident', schema: incidentSchema, headers: versionTag } as const;

/** One cause, many tickets: they stay tickets of their own, are linked, and get one update together. */
export const INCIDENT_ROUTES = [
  defineRoute({
    id: 'listIncidents',
    method: 'get',
    path: '/incidents',
    tag: TAG,
    summary: 'Incidents, the newest first',
    permission: 'incidents.read',
    query: z.strictObject({ ...pageQuery, state: z.enum(INCIDENT_STATES).optional() }),
    answers: [{ status: 200, description: 'A page of incidents', schema: pageOf(incidentSchema) }],
  }),
  defineRoute({
    id: 'proposeIncidents',
    method: 'get',
    path: '/incidents/proposals',
    tag: TAG,
    summary: 'Types of which many tickets came within the last hour and are linked to no incident',
    permission: 'incidents.read',
    answers: [
      {
        status: 200,
        description: 'The greatest burst first',
        schema: z
          .strictObject({
            items: z.array(
              z.strictObject({
                type: z.string(),
                folios: z.array(z.string()),
                customers: z.number().int(),
                since: instant,
              }),
            ),
          })
          .meta({ id: 'IncidentProposals' }),
      },
    ],
  }),
  defineRoute({
    id: 'openIncident',
    method: 'post',
    path: '/incidents',
    tag: TAG,
    summary: 'Open an incident',
    permission: 'incidents.manage',
    body: z.strictObject({ title, notice: notice.default(null), severity }),
    answers: [{ status: 201, ...answer }],
  }),
  defineRoute({
    id: 'readIncident',
    method: 'get',
    path: '/incidents/{id}',
    tag: TAG,
    summary: 'An incident with its updates, the newest first',
    permission: 'incidents.read',
    params,
    answers: [{ status: 200, ...answer, schema: wholeIncidentSchema }],
  }),
  defineRoute({
    id: 'changeIncident',
    method: 'patch',
    path: '/incidents/{id}',
    tag: TAG,
    summary: 'Change an incident, resolve it or open it again',
    permission: 'incidents.manage',
    params,
    body: z.strictObject({
      title: title.optional(),
      notice: notice.optional(),
      severity: severity.optional(),
      state: z.enum(INCIDENT_STATES).optional(),
    }),
    ifMatch: true,
    answers: [{ status: 200, ...answer }],
  }),
  defineRoute({
    id: 'linkIncidentTicket',
    method: 'put',
    path: '/incidents/{id}/tickets/{folio}',
    tag: TAG,
    summary: 'Link an open ticket; a ticket has one incident at most, and its timeline tells of it',
    permission: 'incidents.manage',
    params: ticketParams,
    answers: [{ status: 200, ...answer }],
    problems: ['ticket_closed', 'already_exists', 'needs_repair', 'engine_unavailable'],
  }),
  defineRoute({
    id: 'unlinkIncidentTicket',
    method: 'delete',
    path: '/incidents/{id}/tickets/{folio}',
    tag: TAG,
    summary: 'Take a ticket out of an incident',
    permission: 'incidents.manage',
    params: ticketParams,
    answers: [{ status: 204, description: 'It is not linked any more' }],
    problems: ['ticket_closed', 'needs_repair', 'engine_unavailable'],
  }),
  defineRoute({
    id: 'postIncidentUpdate',
    method: 'post',
    path: '/incidents/{id}/updates',
    tag: TAG,
    summary: 'One public message to every linked open ticket, once on each however often it is repeated',
    permission: 'incidents.manage',
    params,
    body: z.strictObject({ body: text(20_000) }),
    answers: [{ status: 201, description: 'What became of it on each ticket', schema: updateSchema }],
  }),
  defineRoute({
    id: 'listIncidentNotices',
    method: 'get',
    path: '/notices/incidents',
    tag: TAG,
    summary: 'What everybody should know before they register a ticket',
    permission: 'incidents.notices',
    answers: [
      {
        status: 200,
        description: 'Notices of open incidents, the newest first',
        schema: z
          .strictObject({
            items: z.array(z.strictObject({ id: z.string(), notice: z.string(), severity, since: instant })),
          })
          .meta({ id: 'IncidentNotices' }),
      },
    ],
  }),
] as const satisfies readonly Route[];
