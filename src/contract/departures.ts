import { z } from 'zod';
import { id, instant } from './fields';
import { pageOf, pageQuery } from './page';
import { organizationSchema } from './organizations';
import { defineRoute } from './route';
import { ticketSchema } from './ticket';

const TAG = 'Organizations';
const params = z.strictObject({ id });

const exportSchema = z
  .strictObject({
    exportedAt: instant,
    organization: organizationSchema,
    people: z.array(
      z.strictObject({
        id: z.string(),
        email: z.string(),
        name: z.string(),
        phone: z.string().nullable(),
        role: z.string(),
        active: z.boolean(),
      }),
    ),
    /** Open and closed, oldest first, as its people see them. */
    tickets: pageOf(
      z.strictObject({ ticket: ticketSchema, events: z.array(z.record(z.string(), z.unknown())) }),
    ),
  })
  .meta({ id: 'OrganizationExport' });

/** A customer that leaves: read-only for 90 days with export, then nobody of it logs in any more. */
export const DEPARTURE_ROUTES = [
  defineRoute({
    id: 'putDeparture',
    method: 'put',
    path: '/organizations/{id}/departure',
    tag: TAG,
    summary:
      'The customer leaves: no new tickets, open ones finish, its people read and export for 90 days. Repeating it changes nothing',
    permission: 'organizations.manage',
    params,
    answers: [{ status: 200, description: 'The customer', schema: organizationSchema }],
  }),
  defineRoute({
    id: 'deleteDeparture',
    method: 'delete',
    path: '/organizations/{id}/departure',
    tag: TAG,
    summary: 'The customer stays after all, or is back',
    permission: 'organizations.manage',
    params,
    answers: [{ status: 200, description: 'The customer', schema: organizationSchema }],
  }),
  defineRoute({
    id: 'exportOrganization',
    method: 'get',
    path: '/organizations/{id}/export',
    tag: TAG,
    summary: 'Everything held for a customer, its tickets by pages; a client_admin for the own customer',
    permission: 'organizations.export',
    params,
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'The data, and a page of tickets', schema: exportSchema }],
  }),
] as const;
