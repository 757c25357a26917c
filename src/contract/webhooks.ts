import { z } from 'zod';
import type { Route } from './route';
import { defineRoute } from './route';

/** News of the payment provider. Signed; the same event twice is one. */
export const WEBHOOK_ROUTES = [
  defineRoute({
    id: 'receivePaymentNews',
    method: 'post',
    path: '/webhooks/{provider}',
    tag: 'Webhooks',
    summary: 'News of payments, signed by the provider',
    permission: 'public',
    params: z.strictObject({ provider: z.enum(['stripe', 'local']) }),
    reads: 'raw',
    idempotency: 'none',
    rateLimit: 'none',
    answers: [{ status: 200, description: 'Taken', schema: z.strictObject({ received: z.literal(true) }) }],
    problems: ['invalid_signature', 'payload_too_large', 'engine_unavailable'],
  }),
] as const satisfies readonly Route[];
