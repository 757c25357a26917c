import { z } from 'zod';
import { CONTRACT_STANDINGS } from '../domain/coverage/contract';
import { instant, phone } from './fields';
import { personName, personSchema } from './person';
import { defineRoute } from './route';

const TAG = 'Profile';

const day = z.string().nullable();
const supportSchema = z
  .strictObject({
    /** The customer has left; until then its people may read. Null for one that has not. */
    readOnlyUntil: instant.nullable(),
    products: z.array(
      z.strictObject({
        id: z.string(),
        /** Of the contract that decides whether tickets may be registered today; `none` where there is not any. */
        standing: z.enum([...CONTRACT_STANDINGS, 'none']),
        /** Days of the service's zone; null without a contract. */
        startsOn: day,
        endsOn: day,
      }),
    ),
  })
  .meta({ id: 'Support' });

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
  defineRoute({
    id: 'getMySupport',
    method: 'get',
    path: '/me/support',
    tag: TAG,
    summary: 'For which products the own customer may register tickets today, and if not, why',
    permission: 'me',
    answers: [{ status: 200, description: 'By product of e-Optics', schema: supportSchema }],
  }),
] as const;
