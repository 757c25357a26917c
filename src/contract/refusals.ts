import { z } from 'zod';
import { id, instant } from './fields';
import { pageOf, pageQuery } from './page';
import { organizationRefSchema } from './person';
import { defineRoute } from './route';

const refusalSchema = z
  .strictObject({
    id: z.string(),
    at: instant,
    organization: organizationRefSchema,
    /** As it was asked for; it need not exist. */
    product: z.string(),
    code: z.enum(['product_not_covered', 'contract_not_in_force', 'version_not_supported']),
    /** What was found: the product, its version, and the contract that decided. */
    evidence: z.strictObject({
      reason: z.string(),
      localDate: z.string(),
      product: z.strictObject({ id: z.string(), name: z.string().nullable() }),
      version: z.strictObject({ asked: z.string(), current: z.string().nullable() }),
      contract: z
        .strictObject({
          number: z.string(),
          plan: z.string(),
          startsOn: z.string(),
          endsOn: z.string(),
        })
        .nullable(),
    }),
  })
  .meta({ id: 'Refusal' });

export const REFUSAL_ROUTES = [
  defineRoute({
    id: 'listRefusals',
    method: 'get',
    path: '/refusals',
    tag: 'Organizations',
    summary:
      'Tickets that were not registered for lack of cover, the newest first, for those who renew contracts',
    permission: 'refusals.read',
    query: z.strictObject({ ...pageQuery, organization: id.optional() }),
    answers: [{ status: 200, description: 'A page of refusals', schema: pageOf(refusalSchema) }],
  }),
] as const;
