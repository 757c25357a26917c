import { z } from 'zod';
import type { Route } from './route';
import { defineRoute } from './route';

const tag = 'Service';

const isAlive = defineRoute({
  id: 'isAlive',
  method: 'get',
  path: '/health/live',
  tag,
  summary: 'The process answers',
  permission: 'public',
  rateLimit: 'none',
  answers: [{ status: 200, description: 'Alive', schema: z.strictObject({ status: z.literal('ok') }) }],
});

const readiness = z
  .strictObject({
    status: z.enum(['ok', 'degraded', 'unavailable']),
    mongodb: z.enum(['ok', 'unavailable']),
    /** The API accepts tickets and replies without it. */
    engine: z.enum(['ok', 'unavailable']),
    /** Whether a worker takes work. */
    workers: z.enum(['ok', 'none', 'unknown']),
    /** Notices: kept and not sent while no mail server is set; `behind` when one has waited for minutes. */
    mail: z.enum(['ok', 'behind', 'not_configured', 'unknown']),
    /** Where operators see the executions, and in which namespace these are. */
    temporalUiUrl: z.string().nullable(),
    temporalNamespace: z.string(),
  })
  .meta({ id: 'Readiness' });

const isReady = defineRoute({
  id: 'isReady',
  method: 'get',
  path: '/health/ready',
  tag,
  summary: 'Whether requests can be served',
  permission: 'public',
  rateLimit: 'none',
  answers: [
    { status: 200, description: 'Ready; `degraded` while the engine is away', schema: readiness },
    { status: 503, description: 'MongoDB is away', schema: readiness },
  ],
});

const readOpenApi = defineRoute({
  id: 'readOpenApi',
  method: 'get',
  path: '/openapi.json',
  tag,
  summary: 'This contract as OpenAPI 3.1',
  permission: 'public',
  answers: [{ status: 200, description: 'The document', schema: z.object({ openapi: z.string() }).loose() }],
});

const readPublicSettings = defineRoute({
  id: 'readPublicSettings',
  method: 'get',
  path: '/public-settings',
  tag,
  summary: 'What the pages show before anybody has logged in',
  permission: 'public',
  answers: [
    {
      status: 200,
      description: 'The settings',
      schema: z
        .strictObject({
          policyUrl: z
            .string()
            .nullable()
            .describe('Where the official policy is read; null while it is not known'),
        })
        .meta({ id: 'PublicSettings' }),
    },
  ],
});

/** The service itself. */
export const SERVICE_ROUTES = [
  isAlive,
  isReady,
  readOpenApi,
  readPublicSettings,
] as const satisfies readonly Route[];
