import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Route } from '../contract/route';
import type { Deps } from './deps';
import type { Principal } from './principal';

/** A request that passed authentication, the record's check, the permission and the form of its input. */
export interface Authorised<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  /** Who calls; null only where a public route is called by nobody in particular. */
  readonly principal: R['permission'] extends 'public' ? Principal | null : Principal;
  /** The caller's key, or the one minted for this request. */
  readonly idempotencyKey: string;
  /** Hash of caller and key: the same for a repeated request. Also the update id in the engine. */
  readonly commandId: string;
  /** Hash of method, path and canonical body. */
  readonly bodyHash: string;
  /** The version that the caller saw, from `If-Match`. */
  readonly ifMatch: number | undefined;
  readonly requestId: string;
  /** The request itself, for what is read raw: streams, cookies, the address. */
  readonly http: Request;
  /** For answers that are written by hand; then the handler returns `'written'`. */
  readonly reply: Response;
}

/** An answer in the shape that one of the route's `answers` declares. */
export type Answer<R extends Route> = AnswerOf<R['answers'][number]> | 'written';

type AnswerOf<A extends Route['answers'][number]> = A extends {
  status: infer S extends number;
  schema: infer B extends z.ZodType;
}
  ? { readonly status: S; readonly body: z.input<B>; readonly headers?: Readonly<Record<string, string>> }
  : A extends { status: infer S extends number }
    ? { readonly status: S; readonly body?: undefined; readonly headers?: Readonly<Record<string, string>> }
    : never;

/** Acts on a request and answers. Throws ApiError or DomainError to refuse. */
export type Handler<R extends Route> = (request: Authorised<R>, deps: Deps) => Promise<Answer<R>>;

/**
 * A handler behind a record. `find` runs right after authentication, before permission and input are judged: null
 * answers 404, so that nobody learns of a record that they may not see, whatever else is wrong with the request.
 */
export interface RecordHandler<R extends Route> {
  find(principal: Principal, params: z.output<R['params']>, deps: Deps): Promise<unknown>;
  // `never` lets the table hold handlers of different records; `onRecord` has paired both ends already.
  act(request: Authorised<R>, deps: Deps, record: never): Promise<Answer<R>>;
}

/** Pairs a look-up with the handler that works on what it found. */
export function onRecord<R extends Route, Found>(
  find: (principal: Principal, params: z.output<R['params']>, deps: Deps) => Promise<Found | null>,
  act: (request: Authorised<R>, deps: Deps, record: Found) => Promise<Answer<R>>,
): RecordHandler<R> {
  return { find, act };
}

/** One handler per route of a list; a missing or a strange name does not compile. */
export type HandlersOf<Routes extends readonly Route[]> = {
  readonly [R in Routes[number] as R['id']]: Handler<R> | RecordHandler<R>;
};
