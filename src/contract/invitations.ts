import { z } from 'zod';
import { ROLES } from '../domain/access/role';
import { email, id, instant } from './fields';
import { pageOf, pageQuery } from './page';
import { personName } from './person';
import { defineRoute } from './route';

const TAG = 'Invitations';

const invitationSchema = z
  .strictObject({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    organizationId: z.string().nullable(),
    invitedBy: z.string(),
    createdAt: instant,
    expiresAt: instant,
  })
  .meta({ id: 'Invitation' });

export const INVITATION_ROUTES = [
  defineRoute({
    id: 'listInvitations',
    method: 'get',
    path: '/invitations',
    tag: TAG,
    summary: 'Open invitations, the newest first: of the own customer, or all for an admin',
    permission: 'invitations.manage',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of invitations', schema: pageOf(invitationSchema) }],
  }),
  defineRoute({
    id: 'invite',
    method: 'post',
    path: '/invitations',
    tag: TAG,
    summary:
      'Invite by mail: a client_admin colleagues of the own customer, an admin staff or people of a customer. The token goes to POST /registrations/verification',
    permission: 'invitations.manage',
    body: z.strictObject({
      email,
      name: personName,
      role: z.enum(ROLES),
      /** Of a client whom an admin invites; a client_admin invites to the own customer only. */
      organizationId: id.optional(),
    }),
    answers: [{ status: 201, description: 'The invitation', schema: invitationSchema }],
    problems: ['unknown_organization', 'role_not_invitable', 'account_locked'],
  }),
  defineRoute({
    id: 'endInvitation',
    method: 'delete',
    path: '/invitations/{id}',
    tag: TAG,
    summary: 'Take an invitation back',
    permission: 'invitations.manage',
    params: z.strictObject({ id }),
    answers: [{ status: 204, description: 'Ended' }],
  }),
] as const;
