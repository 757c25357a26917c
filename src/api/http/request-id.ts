import type { Response } from 'express';

/** The id under which the request stands in the log; every answer carries it in `X-Request-Id`. */
export function requestIdOf(response: Response): string {
  return String(response.getHeader('X-Request-Id') ?? '');
}
