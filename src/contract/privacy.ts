import { z } from 'zod';
import { folio, id, instant } from './fields';
import { personSchema } from './person';
import { defineRoute, type Route } from './route';
import { ticketSchema } from './ticket';

const TAG = 'Personal data';

const thing = z.record(z.string(), z.unknown());

const exportSchema = z
  .strictObject({
    exportedAt: instant,
    person: personSchema,
    /** Where they work, and when they logged in last. */
    account: thing,
    /** Log-ins and keys, without their secrets. */
    sessions: z.array(thing),
    apiKeys: z.array(thing),
    /** What assignment knows of an agent; null for everybody else. */
    agent: thing.nullable(),
    /** Tickets of the person, or on which they speak, with their events. */
    tickets: z.array(z.strictObject({ ticket: ticketSchema, events: z.array(thing) })),
    remoteSessions: z.array(thing),
    attachments: z.array(thing),
    /** Which events were told to the person by mail, and when. */
    notices: z.array(thing),
    /** Tickets that were not registered for lack of cover. */
    refusals: z.array(thing),
  })
  .meta({ id: 'PersonExport' });

const erasureSchema = z
  .strictObject({
    personId: z.string(),
    requestedAt: instant,
    completedAt: instant,
    /** The records in which something was blanked. */
    folios: z.array(folio),
    /** What the law has us keep. */
    kept: z.array(z.enum(['money_ledger', 'invoices'])),
  })
  .meta({ id: 'Erasure' });

const params = z.strictObject({ id });

export const PRIVACY_ROUTES = [
  defineRoute({
    id: 'exportMe',
    method: 'get',
    path: '/me/export',
    tag: TAG,
    summary: 'Everything held on oneself, closed tickets too, as far as one may see it',
    permission: 'me',
    answers: [{ status: 200, description: 'The data', schema: exportSchema }],
  }),
  defineRoute({
    id: 'exportPerson',
    method: 'get',
    path: '/people/{id}/export',
    tag: TAG,
    summary: 'Everything held on a person, closed tickets and what is for staff only too',
    permission: 'people.export',
    params,
    answers: [{ status: 200, description: 'The data', schema: exportSchema }],
  }),
  defineRoute({
    id: 'erasePerson',
    method: 'post',
    path: '/people/{id}/erasure',
    tag: TAG,
    summary:
      'Erase the personal data of a person for good. Refused while a ticket or a session of theirs is open; repeating it finishes what was begun',
    permission: 'people.erase',
    params,
    answers: [{ status: 200, description: 'What was erased', schema: erasureSchema }],
    problems: ['open_tickets', 'engine_unavailable'],
  }),
] as const satisfies readonly Route[];
