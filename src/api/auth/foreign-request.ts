import type { Request } from 'express';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that changes something was made by a page of another site, in the browser of somebody who is
 * logged in here. Browsers say so themselves; what no browser sent (neither header) can carry no stolen cookie.
 * Stands beside SameSite=Lax and JSON-only bodies.
 */
export function isForeignRequest(request: Pick<Request, 'headers' | 'method'>): boolean {
  if (SAFE_METHODS.includes(request.method)) return false;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  return origin !== undefined && hostOf(origin) !== host;
}

/** Null for "null" (a sandboxed page, a file) and for what is no address: the host of nobody. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
