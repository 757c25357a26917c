import type { Request } from 'express';
import { ApiError } from '../problems/api-error';
import { isBrokenText } from './inspect-json';

/**
 * The query parameters of a request, each at most once.
 * @throws ApiError invalid_request naming the parameter
 */
export function readQuery(request: Request): Record<string, string> {
  const start = request.originalUrl.indexOf('?');
  const query: [string, string][] = [];
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(start < 0 ? '' : request.originalUrl.slice(start + 1))) {
    if (seen.has(name)) throw refused(name, 'repeated');
    if (isBrokenText(name) || isBrokenText(value) || value.includes('\uFFFD'))
      throw refused(name, 'invalid_text');
    seen.add(name);
    query.push([name, value]);
  }
  // `fromEntries` defines properties, so that even `__proto__` is only an unknown name for the schema to refuse.
  return Object.fromEntries(query);
}

function refused(name: string, code: string): ApiError {
  return new ApiError('invalid_request', {
    errors: [{ path: name.replace(/\0/g, '\uFFFD').slice(0, 100), code }],
  });
}
