import { z } from 'zod';
import { accountToken, newPassword } from './account-token';
import { email, id, instant, line, phone, text } from './fields';
import { pageOf, pageQuery } from './page';
import { personName } from './person';
import { defineRoute } from './route';

const TAG = 'Registration';

const LISTED_STATES = ['waiting_approval', 'approved', 'refused'] as const;

const registrationSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    phone: z.string(),
    company: z.string(),
    customerNumber: z.string().nullable(),
    state: z.enum(LISTED_STATES),
    /** Why it did not go through by itself. */
    waitingFor: z.enum(['unknown_customer', 'contract_not_in_force']).nullable(),
    organizationId: z.string().nullable(),
    createdAt: instant,
    verifiedAt: instant.nullable(),
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    refusalReason: z.string().nullable(),
  })
  .meta({ id: 'Registration' });

const params = z.strictObject({ id });

export const REGISTRATION_ROUTES = [
  defineRoute({
    id: 'register',
    method: 'post',
    path: '/registrations',
    tag: TAG,
    summary:
      'Ask for an account; a mail verifies the address. The answer never tells whether it has one already',
    permission: 'public',
    body: z.strictObject({
      name: personName,
      email,
      phone,
      company: line(160),
      customerNumber: line(40).nullable().optional(),
    }),
    answers: [
      {
        status: 202,
        description: 'A mail is on its way, whoever the address belongs to',
        schema: z.strictObject({ status: z.literal('verification_sent'), message: z.string() }),
      },
    ],
    problems: ['account_locked'],
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'verifyRegistration',
    method: 'post',
    path: '/registrations/verification',
    tag: TAG,
    summary:
      'Verify the address with the token of the mail, of a registration or an invitation, and choose a password',
    permission: 'public',
    body: z.strictObject({ token: accountToken, password: newPassword }),
    answers: [
      {
        status: 200,
        description: '`active`: log in; `waiting_approval`: somebody of e-Optics looks at it first',
        schema: z.strictObject({ status: z.enum(['active', 'waiting_approval']), message: z.string() }),
      },
    ],
    problems: ['invalid_token'],
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'listRegistrations',
    method: 'get',
    path: '/registrations',
    tag: TAG,
    summary: 'Registrations that wait for approval, the oldest first; or those decided',
    permission: 'registrations.manage',
    query: z.strictObject({ ...pageQuery, state: z.enum(LISTED_STATES).default('waiting_approval') }),
    answers: [{ status: 200, description: 'A page of registrations', schema: pageOf(registrationSchema) }],
  }),
  defineRoute({
    id: 'approveRegistration',
    method: 'put',
    path: '/registrations/{id}/approval',
    tag: TAG,
    summary: 'Give the account, as somebody of a customer',
    permission: 'registrations.manage',
    params,
    body: z.strictObject({ organizationId: id, role: z.enum(['client', 'client_admin']).default('client') }),
    answers: [{ status: 200, description: 'The registration', schema: registrationSchema }],
    problems: ['unknown_organization', 'already_decided', 'already_exists'],
  }),
  defineRoute({
    id: 'refuseRegistration',
    method: 'put',
    path: '/registrations/{id}/refusal',
    tag: TAG,
    summary: 'Refuse the account; the person is told the reason',
    permission: 'registrations.manage',
    params,
    body: z.strictObject({ reason: text(500) }),
    answers: [{ status: 200, description: 'The registration', schema: registrationSchema }],
    problems: ['already_decided'],
  }),
] as const;
