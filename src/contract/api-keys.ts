import { z } from 'zod';
import { PERMISSIONS, type Permission } from '../domain/access/permissions';
import { id, instant, instantIn, line } from './fields';
import { pageOf, pageQuery } from './page';
import { defineRoute } from './route';

const TAG = 'API keys';

const scopeSchema = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]);

const apiKeySchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    /** Null: everything that its owner may do. */
    scopes: z.array(z.string()).nullable(),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
  })
  .meta({ id: 'ApiKey' });

export const API_KEY_ROUTES = [
  defineRoute({
    id: 'listApiKeys',
    method: 'get',
    path: '/api-keys',
    tag: TAG,
    summary: 'Own API keys, the newest first',
    permission: 'apikeys.own',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of keys', schema: pageOf(apiKeySchema) }],
  }),
  defineRoute({
    id: 'createApiKey',
    method: 'post',
    path: '/api-keys',
    tag: TAG,
    summary:
      'Make an API key; the answer is the only time that it is shown. Repeated with its Idempotency-Key within a day it is the same key',
    permission: 'apikeys.own',
    body: z.strictObject({
      name: line(80),
      /** Left out: everything that its owner may do. */
      scopes: z.array(scopeSchema).min(1).max(100).optional(),
      expiresAt: instantIn.optional(),
    }),
    answers: [
      {
        status: 201,
        description: 'The key',
        schema: apiKeySchema.extend({ key: z.string() }).meta({ id: 'NewApiKey' }),
      },
    ],
    problems: ['invalid_expiry', 'scope_not_held'],
    secretAnswer: true,
  }),
  defineRoute({
    id: 'deleteApiKey',
    method: 'delete',
    path: '/api-keys/{id}',
    tag: TAG,
    summary: 'End an API key of one’s own',
    permission: 'apikeys.own',
    params: z.strictObject({ id }),
    answers: [{ status: 204, description: 'Ended' }],
  }),
] as const;
