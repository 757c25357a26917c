import { z } from 'zod';
import { CONTRACT_STANDINGS } from '../domain/coverage/contract';
import { id, instant, line, phone } from './fields';
import { pageOf, pageQuery } from './page';
import { defineRoute, versionTag } from './route';

const TAG = 'Organizations';

const contractSchema = z
  .strictObject({
    number: z.string(),
    product: z.string(),
    /** Days of the service's zone; in force from the first through the last. */
    startsOn: z.string(),
    endsOn: z.string(),
    plan: z.string(),
    suspended: z.boolean(),
    /** As of today. */
    standing: z.enum(CONTRACT_STANDINGS),
  })
  .meta({ id: 'Contract' });

const branchSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    phone: z.string().nullable(),
  })
  .meta({ id: 'Branch' });

export const organizationSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    customerNumber: z.string().nullable(),
    contracts: z.array(contractSchema),
    branches: z.array(branchSchema),
    /** Since when it is no customer any more, and until when its people may read and export. */
    departure: z.strictObject({ at: instant, readOnlyUntil: instant }).nullable(),
    /** Counts the changes of the customer, its contracts and its branches. */
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Organization' });

const customerAnswer = {
  status: 200,
  description: 'The customer',
  schema: organizationSchema,
  headers: versionTag,
} as const;

const params = z.strictObject({ id });
const branchParams = z.strictObject({ id, branchId: id });
const customerNumber = line(40).nullable();

export const ORGANIZATION_ROUTES = [
  defineRoute({
    id: 'listOrganizations',
    method: 'get',
    path: '/organizations',
    tag: TAG,
    summary: 'Customers by name; `q` looks in name and customer number',
    permission: 'organizations.read',
    query: z.strictObject({ ...pageQuery, q: line(100).optional() }),
    answers: [{ status: 200, description: 'A page of customers', schema: pageOf(organizationSchema) }],
  }),
  defineRoute({
    id: 'createOrganization',
    method: 'post',
    path: '/organizations',
    tag: TAG,
    summary: 'Add a customer',
    permission: 'organizations.manage',
    body: z.strictObject({ name: line(160), customerNumber: customerNumber.optional() }),
    answers: [
      {
        status: 201,
        description: 'The customer',
        schema: organizationSchema,
        headers: { Location: 'Its address' },
      },
    ],
    problems: ['already_exists'],
  }),
  defineRoute({
    id: 'getOrganization',
    method: 'get',
    path: '/organizations/{id}',
    tag: TAG,
    summary: 'A customer with its contracts',
    permission: 'organizations.read',
    params,
    answers: [customerAnswer],
  }),
  defineRoute({
    id: 'changeOrganization',
    method: 'patch',
    path: '/organizations/{id}',
    tag: TAG,
    summary: 'Correct the data of a customer',
    permission: 'organizations.manage',
    params,
    body: z.strictObject({ name: line(160).optional(), customerNumber: customerNumber.optional() }),
    ifMatch: true,
    answers: [customerAnswer],
    problems: ['already_exists'],
  }),
  defineRoute({
    id: 'putContract',
    method: 'put',
    path: '/organizations/{id}/contracts/{number}',
    tag: TAG,
    summary: 'Add a contract or replace it: renew, suspend, end. Registered tickets keep what held for them',
    permission: 'contracts.manage',
    params: z.strictObject({ id, number: id }),
    body: z.strictObject({
      product: id,
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      plan: line(80),
      suspended: z.boolean().default(false),
    }),
    ifMatch: true,
    answers: [customerAnswer],
    problems: ['unknown_product', 'ends_before_start', 'too_many_contracts'],
  }),
  defineRoute({
    id: 'putBranch',
    method: 'put',
    path: '/organizations/{id}/branches/{branchId}',
    tag: TAG,
    summary: 'Add a branch or replace it',
    permission: 'organizations.manage',
    params: branchParams,
    body: z.strictObject({ name: line(160), address: line(400), phone: phone.nullable().default(null) }),
    ifMatch: true,
    answers: [customerAnswer],
    problems: ['too_many_branches'],
  }),
  defineRoute({
    id: 'removeBranch',
    method: 'delete',
    path: '/organizations/{id}/branches/{branchId}',
    tag: TAG,
    summary: 'Remove a branch; tickets that name it keep its id',
    permission: 'organizations.manage',
    params: branchParams,
    ifMatch: true,
    answers: [customerAnswer],
  }),
  defineRoute({
    id: 'listBranches',
    method: 'get',
    path: '/branches',
    tag: TAG,
    summary: 'The branches of the own customer, by name, to choose one for a ticket',
    permission: 'branches.read',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of branches', schema: pageOf(branchSchema) }],
  }),
] as const;
