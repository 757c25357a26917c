import type { Request } from 'express';
import { ApiError } from '../problems/api-error';

/**
 * The version in `If-Match: "<version>"` (RFC 9110, 13.1.1); undefined without the header or with `*`, which any
 * version matches.
 * @throws ApiError invalid_request when it is no version
 */
export function readIfMatch(request: Request): number | undefined {
  const value = request.get('If-Match')?.trim();
  if (value === undefined || value === '*') return undefined;
  const version = /^"(\d{1,9})"$/.exec(value)?.[1];
  if (version === undefined)
    throw new ApiError('invalid_request', { errors: [{ path: 'If-Match', code: 'invalid_format' }] });
  return Number(version);
}
