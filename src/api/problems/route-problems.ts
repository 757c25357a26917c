import type { ProblemCode } from '../../contract/problem-code';
import { commands, NO_BODY, type Route } from '../../contract/route';

/** Every code that a route can answer: its own, and those that follow from its shape. */
export function problemsOf(route: Route): ProblemCode[] {
  const { permission, idempotency, ifMatch, params, reads, body, rateLimit } = route;
  const readsJson = reads === 'json' && route.method !== 'get';
  const given: (ProblemCode | false)[] = [
    ...route.problems,
    permission !== 'public' && 'unauthenticated',
    permission !== 'public' && permission !== 'authenticated' && 'forbidden',
    permission !== 'public' && permission !== 'authenticated' && 'second_factor_required',
    changes(route) && permission !== 'public' && permission !== 'authenticated' && 'customer_left',
    (commands(route.method) || route.method === 'patch') && permission !== 'public' && 'foreign_origin',
    Object.keys(params.shape).length > 0 && 'not_found',
    'invalid_request',
    readsJson && 'malformed_json',
    readsJson && 'request_aborted',
    readsJson && 'payload_too_large',
    readsJson && 'unsupported_media_type',
    body !== NO_BODY && 'invalid_request',
    ifMatch && 'stale_version',
    idempotency === 'required' && 'idempotency_key_required',
    idempotency !== 'none' && 'idempotency_key_reused',
    rateLimit !== 'none' && 'rate_limited',
    'internal_error',
    'service_unavailable',
  ];
  return [...new Set(given.filter((code) => code !== false))];
}

/** What the people of a customer that has left may be refused for it. */
function changes({ method }: Route): boolean {
  return method !== 'get' && method !== 'delete';
}
