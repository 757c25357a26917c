import { z } from 'zod';
import type { Permission } from '../domain/access/permissions';
import type { ProblemCode } from './problem-code';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One way in which a route succeeds. */
export interface SuccessAnswer {
  readonly status: number;
  readonly description: string;
  /** Shape of the JSON body. Absent: no body (204), or a body of `contentType` that is not JSON. */
  readonly schema?: z.ZodType;
  /** Media type when it is not `application/json`. */
  readonly contentType?: string;
  /** Another media type that the same answer comes in when `Accept` asks for it. */
  readonly alsoAs?: string;
  /** Headers that a caller may rely on: name → description. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * One line of the HTTP contract. The router, the OpenAPI file, the types of the handlers and the tests are all
 * derived from it, so it is the only place where a path, a permission or a shape is written.
 */
export interface Route<
  Id extends string = string,
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Answers extends readonly SuccessAnswer[] = readonly SuccessAnswer[],
  Access extends Permission | 'public' | 'authenticated' = Permission | 'public' | 'authenticated',
> {
  /** Stable name (`operationId`), camelCase verb and noun. */
  readonly id: Id;
  readonly method: Method;
  /** Below `/api/v1`, OpenAPI style: `/tickets/{folio}`. */
  readonly path: string;
  /** Group in the documentation. */
  readonly tag: string;
  readonly summary: string;
  readonly permission: Access;
  /** Path parameters; a value that does not fit answers 404, since nothing can live at such an address. */
  readonly params: Params;
  /** Strict: a parameter that is unknown or given twice answers 400. */
  readonly query: Query;
  /** JSON body, strict; `NO_BODY` when there is none, and for `raw` and `multipart` routes. */
  readonly body: Body;
  readonly answers: Answers;
  /** Codes besides those that `commonProblems` adds. */
  readonly problems: readonly ProblemCode[];
  readonly idempotency: 'required' | 'optional' | 'none';
  /** The answer shows a secret: it is remembered sealed, for a day, and for the way in by which it was asked. */
  readonly secretAnswer: boolean;
  /** Whether `If-Match: "<version>"` is honoured, and refused with `stale_version`. */
  readonly ifMatch: boolean;
  /** `json`: parsed and checked; `raw`, `multipart`: the handler reads the request itself. */
  readonly reads: 'json' | 'raw' | 'multipart';
  readonly rateLimit: RateLimitClass;
}

/** `credentials` is the tight one: log-in, registration, password reset. `none` is for health checks. */
export type RateLimitClass = 'general' | 'credentials' | 'none';

/** What an answer carries that `If-Match` can name. */
export const versionTag = { ETag: 'The version, for `If-Match`' } as const;

export const NO_FIELDS = z.strictObject({});
export const NO_BODY = z.undefined();

type Defaults = {
  params: typeof NO_FIELDS;
  query: typeof NO_FIELDS;
  body: typeof NO_BODY;
};

/**
 * Declares a route; what is left out is: no parameters, no body, no problems of its own, no `If-Match`, JSON,
 * the general rate limit, and an optional `Idempotency-Key` on POST, PUT and DELETE.
 */
export function defineRoute<
  const Id extends string,
  const Access extends Permission | 'public' | 'authenticated',
  const Answers extends readonly SuccessAnswer[],
  Params extends z.ZodObject = Defaults['params'],
  Query extends z.ZodObject = Defaults['query'],
  Body extends z.ZodType = Defaults['body'],
>(
  route: Pick<
    Route<Id, Params, Query, Body, Answers, Access>,
    'id' | 'method' | 'path' | 'tag' | 'summary' | 'permission' | 'answers'
  > &
    Partial<Route<Id, Params, Query, Body, Answers, Access>>,
): Route<Id, Params, Query, Body, Answers, Access> {
  return {
    // The defaults are the very schemas that the type parameters fall back to when a field is left out.
    params: NO_FIELDS as unknown as Params,
    query: NO_FIELDS as unknown as Query,
    body: NO_BODY as unknown as Body,
    problems: [],
    idempotency: commands(route.method) ? 'optional' : 'none',
    secretAnswer: false,
    ifMatch: false,
    reads: 'json',
    rateLimit: 'general',
    ...route,
  };
}

/** Whether the method creates or commands something, and so may be repeated safely with the same key. */
export function commands(method: Method): boolean {
  return method === 'post' || method === 'put' || method === 'delete';
}
