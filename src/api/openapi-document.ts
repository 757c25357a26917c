import { STATUS_CODES } from 'node:http';
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problemSchema } from '../contract/problem';
import type { ProblemCode } from '../contract/problem-code';
import { ROUTES } from '../contract/registry';
import { NO_BODY, type Route } from '../contract/route';
import { PROBLEM_CATALOGUE } from './problems/problem-catalogue';
import { problemsOf } from './problems/route-problems';

type Document = ReturnType<OpenApiGeneratorV31['generateDocument']>;

let document: Document | undefined;

/** The contract as OpenAPI 3.1, built once from the registry that the router is built from. */
export function openApiDocument(): Document {
  document ??= generate();
  return document;
}

function generate(): Document {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-e_optics_session',
    description: 'Browsers, after POST /session; over plain http without the prefix',
  });
  registry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'Programs',
  });
  for (const route of ROUTES) registry.registerPath(operation(route));
  // Named schemas before their uses: the generator takes the first use for the definition, and that one may allow null.
  const named = [...z.globalRegistry._idmap.values()].map((schema) => ({
    type: 'schema' as const,
    schema: schema as z.ZodType,
  }));
  const generator = new OpenApiGeneratorV31([...named, ...registry.definitions], {
    sortComponents: 'alphabetically',
  });
  const generated = generator.generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Soporte técnico de e-Optics online',
      version: '1',
      description:
        'Dates are ISO 8601 in UTC with milliseconds. Errors are RFC 9457 problems with a closed list of codes.',
    },
    servers: [{ url: '/api/v1' }],
  });
  return orNull(generated) as Document;
}

/**
 * The generator writes "this schema or null" as "all of: this schema, and an object or null", which null never is. In
 * OpenAPI 3.1 it is "any of: this schema, null".
 */
function orNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(orNull);
  if (typeof node !== 'object' || node === null) return node;
  const { allOf, ...rest } = node as { allOf?: unknown };
  const [schema, other, ...more] = Array.isArray(allOf) ? (allOf as { type?: unknown; $ref?: string }[]) : [];
  const isReference = schema?.$ref !== undefined && more.length === 0;
  if (isReference && Array.isArray(other?.type) && other.type.includes('null'))
    return { ...rest, anyOf: [schema, { type: 'null' }] };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, orNull(value)]));
}

function operation(route: Route): RouteConfig {
  const { id, method, path, tag, summary, permission, params, query } = route;
  return {
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    ...(permission !== 'public' && permission !== 'authenticated' && { 'x-permission': permission }),
    security: permission === 'public' ? [] : [{ session: [] }, { apiKey: [] }],
    request: {
      ...(hasFields(params) && { params }),
      ...(hasFields(query) && { query }),
      ...(hasFields(headersOf(route)) && { headers: headersOf(route) }),
      ...requestBody(route),
    },
    responses: { ...successes(route), ...refusals(route) },
  };
}

function headersOf({ idempotency, ifMatch }: Route): z.ZodObject {
  const key = z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .describe('The same key gives the first successful answer again');
  return z.object({
    ...(idempotency !== 'none' && { 'Idempotency-Key': idempotency === 'required' ? key : key.optional() }),
    ...(ifMatch && {
      'If-Match': z
        .string()
        .optional()
        .describe('`"<version>"` that was seen: refused when what is changed has another by now'),
    }),
  });
}

function requestBody({ reads, body }: Route): Pick<NonNullable<RouteConfig['request']>, 'body'> {
  if (reads === 'raw') return { body: { required: true, content: { 'application/octet-stream': {} } } };
  if (reads === 'multipart') {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
    } as const;
    return {
      body: {
        required: true,
        content: { 'multipart/form-data': { schema: { ...file, required: ['file'] } } },
      },
    };
  }
  if (body === NO_BODY) return {};
  return {
    body: { required: !body.safeParse(undefined).success, content: { 'application/json': { schema: body } } },
  };
}

function successes(route: Route): RouteConfig['responses'] {
  return Object.fromEntries(
    route.answers.map(({ status, description, schema, contentType, alsoAs, headers = {} }) => [
      String(status),
      {
        description,
        headers: headersObject({ ...headers, ...idempotencyHeader(route) }),
        ...(schema && {
          content: {
            [contentType ?? 'application/json']: { schema },
            ...(alsoAs !== undefined && { [alsoAs]: { schema: { type: 'string' as const } } }),
          },
        }),
        ...(!schema && contentType !== undefined && { content: { [contentType]: {} } }),
      },
    ]),
  );
}

/** One answer per status, naming the codes that it can carry. A status that a success uses too keeps its own line. */
function refusals(route: Route): RouteConfig['responses'] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemsOf(route)) {
    const { status } = PROBLEM_CATALOGUE[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const taken = new Set(route.answers.map(({ status }) => status));
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => !taken.has(status))
      .map(([status, codes]) => [
        String(status),
        {
          description: `${STATUS_CODES[status] ?? 'Refused'}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
          headers: headersObject({
            ...(RETRIED.has(status) && { 'Retry-After': 'Seconds to wait' }),
            ...(route.ifMatch && status === 412 && { ETag: 'The present version, where it can be told' }),
            ...idempotencyHeader(route),
          }),
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      ]),
  );
}

const RETRIED = new Set([429, 503]);

function idempotencyHeader({ idempotency }: Route): Record<string, string> {
  return idempotency === 'none'
    ? {}
    : { 'Idempotency-Key': 'The key of the request, minted when none was given' };
}

function headersObject(
  headers: Record<string, string>,
): Record<string, { description: string; schema: { type: 'string' } }> {
  return Object.fromEntries(
    Object.entries({ 'X-Request-Id': 'Id of the request', ...headers }).map(([name, description]) => [
      name,
      { description, schema: { type: 'string' } },
    ]),
  );
}

function hasFields(schema: z.ZodObject): boolean {
  return Object.keys(schema.shape).length > 0;
}
