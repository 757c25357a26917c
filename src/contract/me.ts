import { z } from 'zod';
import { phone } from './fields';
import { personName, personSchema } from './person';
import { defineRoute } from './route';

const TAG = 'Profile';

export const ME_ROUTES = [
  defineRoute({
    id: 'getMe',
    method: 'get',
    path: '/me',
    tag: TAG,
    summary: 'Own profile and contact data',
    permission: 'me',
    answers: [{ status: 200, description: 'The profile', schema: personSchema }],
  }),
  defineRoute({
    id: 'changeMe',
    method: 'patch',
    path: '/me',
    tag: TAG,
    summary: 'Correct own contact data',
    permission: 'me',
    body: z.strictObject({ name: personName.optional(), phone: phone.nullable().optional() }),
    answers: [{ status: 200, description: 'The profile', schema: personSchema }],
  }),
] as const;
