import { z } from 'zod';
import { PRIORITIES } from '../domain/classification/priority';
import { COVERAGES } from '../domain/classification/ticket-type';
import { productSchema } from './products';
import { defineRoute } from './route';

const priority = z.enum(PRIORITIES);
const coverage = z.enum(COVERAGES);

const catalogSchema = z
  .strictObject({
    types: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        description: z.string(),
        examples: z.array(z.string()),
        coverage,
        /** Whether a ticket of the type must say when it happened. */
        problem: z.boolean(),
        defaultPriority: priority.nullable(),
        ceiling: priority.nullable(),
        /** To be read before sending what the service does not include. */
        warning: z.string().nullable(),
      }),
    ),
    priorities: z.array(
      z.strictObject({
        id: priority,
        label: z.string(),
        definition: z.string(),
        examples: z.array(z.string()),
      }),
    ),
    products: z.array(productSchema),
    exclusions: z.array(
      z.strictObject({
        type: z.string(),
        group: z.enum(['not_in_price', 'third_party', 'out_of_service']),
        coverage,
        label: z.string(),
        description: z.string(),
      }),
    ),
    policyUrl: z
      .string()
      .nullable()
      .describe('Where the official policy is read; null while it is not known'),
  })
  .meta({ id: 'Catalog' });

export const CATALOG_ROUTES = [
  defineRoute({
    id: 'getCatalog',
    method: 'get',
    path: '/catalog',
    tag: 'Catalog',
    summary: 'Ticket types, priorities, products and what the service does not include',
    permission: 'catalog.read',
    answers: [{ status: 200, description: 'The catalog', schema: catalogSchema }],
  }),
] as const;
