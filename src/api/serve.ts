import type { Request, Response } from 'express';
import type { z } from 'zod';
import { commands, type Route } from '../contract/route';
import { maySeeThrough } from '../domain/access/leaving-customer';
import { may } from '../domain/access/permissions';
import type { AnswerDocument } from '../store/tickets/answers';
import { ApiError } from './problems/api-error';
import { beginAudit } from './audit/audit-action';
import { auditRefusal } from './audit/audit-refusal';
import { authenticate } from './auth/authenticate';
import { isPartOfEnrolment } from './auth/second-factor-duty';
import type { Deps } from './deps';
import { fieldProblems } from './problems/field-problems';
import { bodyHashOf, commandIdOf } from './http/fingerprint';
import type { Answer, Authorised, Handler, RecordHandler } from './handler';
import { idempotencyKey } from './http/idempotency-key';
import type { Principal } from './principal';
import { readIfMatch } from './http/read-if-match';
import { readJsonBody } from './http/read-body';
import { readQuery } from './http/read-query';
import { recall, remember } from './http/remember';
import { requestIdOf } from './http/request-id';
import { noteServed } from './http/served-route';

/** A route's handler once the table has lost its types. */
export type AnyHandler = Handler<Route> | RecordHandler<Route>;

/**
 * One request from arrival to answer, in the order in which the contract refuses: who (401), which record (404),
 * may they (403), is the input sound (400), then what the handler finds (409, 412, 422).
 */
export async function serve(
  route: Route,
  handler: AnyHandler,
  deps: Deps,
  http: Request,
  reply: Response,
): Promise<void> {
  noteServed(route, http, reply);
  const key = idempotencyKey(route, http);
  if (route.idempotency !== 'none') reply.set('Idempotency-Key', key.value);

  const principal = await identify(route, deps, http);
  const body = await readBody(route, http, reply);
  const commandId = commandIdOf(callerOf(route, principal), key.value);
  const bodyHash = bodyHashOf(route.method, http.path, body.value);
  // Whether a file comes again is told by its content, which only its handler reads.
  const isFile = route.reads === 'multipart';
  const remembered = key.given && principal && !isFile ? await recall(deps, commandId) : null;
  if (remembered && !body.error && remembered.bodyHash === bodyHash) {
    // What is shown to its owner only is not shown to what is left of their rights.
    if (route.secretAnswer) assertPermitted(route, principal);
    return sendAgain(reply, remembered);
  }

  const params = parseParams(route, http);
  const record = await findRecord(handler, principal, params, deps);
  const asked = { params, body: body.value, principal, requestId: requestIdOf(reply), http };
  const noted = async (error: unknown): Promise<never> => {
    await auditRefusal(route, error, asked, deps);
    throw error;
  };
  try {
    assertPermitted(route, principal);
  } catch (error) {
    await noted(error);
  }
  const request: Authorised<Route> = {
    params,
    query: parse(route.query, readQuery(http)),
    body: parseBody(route, body),
    // Only a public route comes this far without a caller, and its handler's type says so.
    principal: principal as Principal,
    idempotencyKey: key.soundOrThrow(),
    commandId,
    bodyHash,
    ifMatch: route.ifMatch ? readIfMatch(http) : undefined,
    requestId: asked.requestId,
    http,
    reply,
  };
  if (remembered) throw new ApiError('idempotency_key_reused');

  const audit = await beginAudit(route, request, deps);
  const answer = await act(handler, request, deps, record).catch(noted);
  if (answer === 'written') return;
  await audit?.(answer.body);
  if (route.idempotency !== 'none' && principal) {
    const keeping = { commandId, bodyHash, secret: route.secretAnswer };
    const first = (await remember(deps, keeping, answer)) || isFile ? null : await recall(deps, commandId);
    // Of two at once under one key, both are told what the first one was.
    if (first && first.bodyHash !== bodyHash) throw new ApiError('idempotency_key_reused');
    if (first) return sendAgain(reply, first);
  }
  send(reply, answer.status, answer.body, answer.headers);
}

/** Whose keys they are: a person's, whichever way they came in; but a secret is told to no other way in. */
function callerOf({ secretAnswer }: Route, principal: Principal | null): string {
  if (!principal) return '';
  return secretAnswer ? `${principal.userId}/${principal.apiKeyId ?? ''}` : principal.userId;
}

/** A public read belongs to nobody in particular; a public command may still come from somebody logged in. */
async function identify(route: Route, deps: Deps, http: Request): Promise<Principal | null> {
  if (route.permission === 'public' && !commands(route.method)) return null;
  const principal = await authenticate(deps.store, http, deps.clock());
  if (!principal && route.permission !== 'public') throw new ApiError('unauthenticated');
  return principal;
}

interface ReadBody {
  readonly value?: unknown;
  /** Why it could not be read; told only after record and permission have been judged. */
  readonly error?: Error;
}

async function readBody(route: Route, http: Request, reply: Response): Promise<ReadBody> {
  if (route.reads !== 'json' || route.method === 'get') return {};
  try {
    return { value: await readJsonBody(http, reply) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error('unreadable body') };
  }
}

function parseParams(route: Route, http: Request): Record<string, unknown> {
  const { success, data } = route.params.safeParse(http.params);
  if (!success) throw new ApiError('not_found');
  return data;
}

async function findRecord(
  handler: AnyHandler,
  principal: Principal | null,
  params: Record<string, unknown>,
  deps: Deps,
): Promise<unknown> {
  if (typeof handler === 'function') return undefined;
  const record = principal && (await handler.find(principal, params, deps));
  if (record === null) throw new ApiError('not_found');
  return record;
}

function assertPermitted({ permission, method }: Route, principal: Principal | null): void {
  if (permission === 'public' || permission === 'authenticated' || !principal) return;
  if (principal.mustEnrol && !isPartOfEnrolment(permission)) throw new ApiError('second_factor_required');
  const inScope = principal.scopes === null || principal.scopes.includes(permission);
  if (!inScope || !may(principal.role, permission)) throw new ApiError('forbidden');
  const changes = method !== 'get' && method !== 'delete';
  if (principal.readOnly && changes && !maySeeThrough(permission)) throw new ApiError('customer_left');
}

function parseBody(route: Route, { value, error }: ReadBody): unknown {
  if (error !== undefined) throw error;
  if (route.reads !== 'json') return undefined;
  // `{}` says as little as no body at all, and some clients can not send none.
  const isVoid = route.body.safeParse(undefined).success && isEmptyObject(value);
  return parse(route.body, isVoid ? undefined : value);
}

function parse(schema: z.ZodType, input: unknown): never {
  const { success, data, error } = schema.safeParse(input);
  if (!success) throw new ApiError('invalid_request', { errors: fieldProblems(error, input) });
  // The route pairs the schema with the type that its handler sees.
  return data as never;
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0
  );
}

function act(
  handler: AnyHandler,
  request: Authorised<Route>,
  deps: Deps,
  record: unknown,
): Promise<Answer<Route>> {
  return typeof handler === 'function' ? handler(request, deps) : handler.act(request, deps, record as never);
}

function sendAgain(reply: Response, { status, body, headers }: AnswerDocument): void {
  send(reply, status, body === null ? undefined : body, headers);
}

function send(
  reply: Response,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  reply.status(status).set('Cache-Control', 'no-store').set(headers);
  if (body === undefined) reply.end();
  else reply.json(body);
}
