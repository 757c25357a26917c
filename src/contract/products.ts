import { z } from 'zod';
import { id, line } from './fields';
import { defineRoute, versionTag } from './route';

const TAG = 'Products';

const shape = { name: line(200), currentVersion: line(50), providedByUs: z.boolean() };

/** What a ticket may be about; third parties' products are named, to be refused by name. */
export const productSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    currentVersion: z.string(),
    providedByUs: z.boolean(),
    version: z
      .number()
      .int()
      .describe('Counts the changes of this record; the release with support is `currentVersion`'),
  })
  .meta({ id: 'Product' });

export const PRODUCT_ROUTES = [
  defineRoute({
    id: 'listProducts',
    method: 'get',
    path: '/products',
    tag: TAG,
    summary: 'All products: those of e-Optics first, then by name',
    permission: 'products.read',
    answers: [
      {
        status: 200,
        description: 'The products, on one page',
        schema: z.strictObject({ items: z.array(productSchema), nextCursor: z.null() }),
      },
    ],
  }),
  defineRoute({
    id: 'putProduct',
    method: 'put',
    path: '/products/{id}',
    tag: TAG,
    summary:
      'Add a product, or change it: a new release is a new current version, from the next registration on',
    permission: 'products.manage',
    params: z.strictObject({ id }),
    body: z.strictObject(shape),
    ifMatch: true,
    answers: [{ status: 200, description: 'The product', schema: productSchema, headers: versionTag }],
  }),
] as const;
