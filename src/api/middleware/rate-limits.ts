import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Config } from '../../config';
import type { RateLimitClass } from '../../contract/route';
import { ApiError } from '../problems/api-error';

const MINUTE_MS = 60_000;

/**
 * The limits per address and class of routes; 0 turns one off. Each process counts for itself: with n of them an
 * address can send n times as much, which is what it takes to protect a process.
 */
export function createRateLimits({
  rateLimit: limits,
}: Pick<Config, 'rateLimit'>): Record<RateLimitClass, RequestHandler[]> {
  return {
    none: [],
    general: limiter(limits.general, MINUTE_MS),
    credentials: limiter(limits.credentials, 15 * MINUTE_MS),
  };
}

function limiter(limit: number, windowMs: number): RequestHandler[] {
  if (limit === 0) return [];
  return [
    rateLimit({
      limit,
      windowMs,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      // The library has set Retry-After by then.
      handler: (_request, _response, next) => next(new ApiError('rate_limited')),
    }),
  ];
}
