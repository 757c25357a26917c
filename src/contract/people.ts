import { z } from 'zod';
import { PERSON_STATUSES } from '../domain/access/person-status';
import { ROLES } from '../domain/access/role';
import { id, instant, line } from './fields';
import { pageOf, pageQuery } from './page';
import { organizationRefSchema } from './person';
import { defineRoute } from './route';

const TAG = 'People';
const params = z.strictObject({ id });

/** A shop or office of the person's customer; null while nobody has said, and for staff. */
const branchRefSchema = z.strictObject({ id: z.string(), name: z.string() }).nullable();

const accountSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    role: z.enum(ROLES),
    /** The customer of a client; null for staff. */
    organization: organizationRefSchema.nullable(),
    branch: branchRefSchema,
    /**
     * `locked`: log-ins are paused after failures; `read_only`: the customer has left and may still read; `left`: nobody
     * comes in by it; `erased`: the personal data are gone.
     */
    status: z.enum(PERSON_STATUSES),
    /** Null before the first time. */
    lastLogInAt: instant.nullable(),
    /** Whether log-ins need a second factor. */
    twoStep: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'Account' });

const colleagueSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    branch: branchRefSchema,
    /** Whether they can log in; others than a client_admin see only those who can. */
    active: z.boolean(),
    /** This and what follows is for a client_admin; null for everybody else. */
    email: z.string().nullable(),
    phone: z.string().nullable(),
    role: z.enum(['client', 'client_admin']).nullable(),
  })
  .meta({ id: 'Colleague' });

/** Somebody for whom a ticket may be registered, and how to reach them. */
const reachableClientSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    organization: organizationRefSchema,
  })
  .meta({ id: 'ReachableClient' });

const activitySchema = z.strictObject({ id: z.string(), active: z.boolean() }).meta({ id: 'Activity' });

export const PEOPLE_ROUTES = [
  defineRoute({
    id: 'listPeople',
    method: 'get',
    path: '/people',
    tag: TAG,
    summary: 'People of customers and of the staff by name; `q` looks in name, e-mail and telephone',
    permission: 'people.read',
    query: z.strictObject({
      ...pageQuery,
      q: line(100).optional(),
      kind: z.enum(['clients', 'staff']).optional(),
      role: z.enum(ROLES).optional(),
      organization: id.optional(),
      /** Of `organization`: customers may name theirs alike. */
      branch: id.optional(),
      status: z.enum(PERSON_STATUSES).optional(),
    }),
    answers: [{ status: 200, description: 'A page of people', schema: pageOf(accountSchema) }],
  }),
  defineRoute({
    id: 'getPerson',
    method: 'get',
    path: '/people/{id}',
    tag: TAG,
    summary: 'A person and how their account stands',
    permission: 'people.read',
    params,
    answers: [{ status: 200, description: 'The person', schema: accountSchema }],
  }),
  defineRoute({
    id: 'changePerson',
    method: 'patch',
    path: '/people/{id}',
    tag: TAG,
    summary:
      'Give a person another role of their kind (client or staff), which ends their log-ins and the keys that hold whatever their role holds, and is told them by mail; say at which branch they work',
    permission: 'people.manage',
    params,
    body: z.strictObject({ role: z.enum(ROLES).optional(), branchId: id.nullable().optional() }),
    answers: [{ status: 200, description: 'The person', schema: accountSchema }],
    problems: ['role_of_other_kind', 'unknown_branch'],
  }),
  defineRoute({
    id: 'unlockPerson',
    method: 'delete',
    path: '/people/{id}/lock',
    tag: TAG,
    summary:
      'End the pauses of log-ins and codes that follow failures, and of mails that were asked for too often (a new password, an invitation); without one nothing changes',
    permission: 'people.manage',
    params,
    answers: [{ status: 204, description: 'Not locked' }],
  }),
  defineRoute({
    id: 'endLogIns',
    method: 'delete',
    path: '/people/{id}/sessions',
    tag: TAG,
    summary: 'End all log-ins of a person, as when a device was lost; keys stay',
    permission: 'people.manage',
    params,
    answers: [{ status: 204, description: 'Ended' }],
  }),
  defineRoute({
    id: 'listColleagues',
    method: 'get',
    path: '/colleagues',
    tag: TAG,
    summary: 'The people of the own customer by name, oneself among them; a client_admin learns more of them',
    permission: 'colleagues.read',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of colleagues', schema: pageOf(colleagueSchema) }],
  }),
  defineRoute({
    id: 'setActivity',
    method: 'put',
    path: '/people/{id}/activity',
    tag: TAG,
    summary:
      'End an account, or open it again. Refused with the folios while tickets of the person are open: pass them on first (`PUT /tickets/{folio}/requester`, an agent’s with `POST /agents/{id}/handover`). From others’ tickets the person is taken off',
    permission: 'people.activity',
    params,
    body: z.strictObject({ active: z.boolean() }),
    answers: [{ status: 200, description: 'Whether the account is open', schema: activitySchema }],
    problems: ['open_tickets', 'engine_unavailable'],
  }),
  defineRoute({
    id: 'listClients',
    method: 'get',
    path: '/clients',
    tag: TAG,
    summary:
      'Clients for whom a ticket may be registered, by name; `q` looks in name, e-mail and telephone. Who has left, or whose customer has, is not among them',
    permission: 'clients.read',
    query: z.strictObject({ ...pageQuery, q: line(100).optional(), organization: id.optional() }),
    answers: [{ status: 200, description: 'A page of clients', schema: pageOf(reachableClientSchema) }],
  }),
] as const;
