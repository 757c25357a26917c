import { z } from 'zod';
import { defineRoute, type Route } from './route';

const TAG = 'Engine';

const base64 = z.base64().meta({ examples: ['MQ=='] });

/** A payload as the engine's Web UI and command line send it: bytes in base64. */
const payloadSchema = z
  .strictObject({
    metadata: z.record(z.string().max(200), base64).optional(),
    /** Empty or absent for a payload that says nothing. */
    data: z.union([z.literal(''), base64]).optional(),
  })
  .meta({ id: 'EnginePayload' });

const payloads = z.strictObject({ payloads: z.array(payloadSchema).max(2_000) });

/** The Web UI sends it; nothing is stored outside the engine here, so it changes nothing. */
const query = z.strictObject({ preserveStorageRefs: z.enum(['true', 'false']).optional() });

const answers = [
  { status: 200, description: 'The same payloads, in their order', schema: payloads },
] as const;

/**
 * What the Web UI of the engine asks when an operator looks at an execution. Remembering an answer would keep in the
 * clear what is stored sealed, so none is.
 */
export const CODEC_ROUTES = [
  defineRoute({
    id: 'decodePayloads',
    method: 'post',
    path: '/codec/decode',
    tag: TAG,
    summary:
      'Open payloads of executions for an administrator; each use is noted. What the caller may not open, or nobody can, comes back as it is',
    // The Web UI shows nothing at all, not even what is in the clear, while its codec refuses an answer.
    permission: 'public',
    query,
    body: payloads,
    answers,
    idempotency: 'none',
  }),
  defineRoute({
    id: 'encodePayloads',
    method: 'post',
    path: '/codec/encode',
    tag: TAG,
    summary: 'Payloads that an operator sends come back as they are: executions read both',
    permission: 'codec.use',
    query,
    body: payloads,
    answers,
    idempotency: 'none',
  }),
] as const satisfies readonly Route[];
