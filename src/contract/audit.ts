import { z } from 'zod';
import { id, instant } from './fields';
import { pageOf, pageQuery } from './page';
import { defineRoute } from './route';

const auditEntrySchema = z
  .strictObject({
    seq: z.number().int(),
    at: instant,
    /** Null for what nobody was logged in for. */
    actor: z.strictObject({ id: z.string(), role: z.string(), apiKeyId: z.string().nullable() }).nullable(),
    /** Id of the route. */
    action: z.string(),
    target: z.strictObject({ kind: z.string(), id: z.string() }),
    requestId: z.string(),
    /** Null once personal data was erased. */
    details: z
      .strictObject({
        before: z.unknown(),
        after: z.unknown(),
        address: z.string().nullable(),
        userAgent: z.string().nullable(),
      })
      .nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const AUDIT_ROUTES = [
  defineRoute({
    id: 'listAudit',
    method: 'get',
    path: '/audit',
    tag: 'Audit',
    summary: 'Administrative and account actions, the newest first: who, what, before and after, from where',
    permission: 'audit.read',
    query: z.strictObject({ ...pageQuery, actor: id.optional(), target: id.optional() }),
    answers: [{ status: 200, description: 'A page of entries', schema: pageOf(auditEntrySchema) }],
  }),
] as const;
