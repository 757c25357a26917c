import { z } from 'zod';
import { id } from './fields';
import { pageOf, pageQuery } from './page';
import { defineRoute } from './route';

const colleagueSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    role: z.enum(['client', 'client_admin']),
    /** Whether they can log in. */
    active: z.boolean(),
  })
  .meta({ id: 'Colleague' });

const activitySchema = z.strictObject({ id: z.string(), active: z.boolean() }).meta({ id: 'Activity' });

export const PEOPLE_ROUTES = [
  defineRoute({
    id: 'listColleagues',
    method: 'get',
    path: '/colleagues',
    tag: 'People',
    summary: 'The people of the own customer, by name',
    permission: 'colleagues.read',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of colleagues', schema: pageOf(colleagueSchema) }],
  }),
  defineRoute({
    id: 'setActivity',
    method: 'put',
    path: '/people/{id}/activity',
    tag: 'People',
    summary:
      'End an account, or open it again. Refused with the folios while tickets of the person are open: pass them on first (`PUT /tickets/{folio}/requester`, an agent’s with `POST /agents/{id}/handover`)',
    permission: 'people.activity',
    params: z.strictObject({ id }),
    body: z.strictObject({ active: z.boolean() }),
    answers: [{ status: 200, description: 'Whether the account is open', schema: activitySchema }],
    problems: ['open_tickets'],
  }),
] as const;
