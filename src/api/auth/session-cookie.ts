import type { Request } from 'express';

const NAME = 'e_optics_session';
// RFC 6265bis, "__Host-": the browser takes it over https only, for this host only, so no neighbour can plant one.
const HOST_NAME = `__Host-${NAME}`;

/** The session token that a request carries; null without one. */
export function sessionCookie(request: Pick<Request, 'headers' | 'secure'>): string | null {
  const prefix = `${nameFor(request)}=`;
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** `Set-Cookie` for a new session. Over plain http, as in development, it can be neither Secure nor `__Host-`. */
export function setSessionCookie(request: Pick<Request, 'secure'>, token: string, expiresAt: Date): string {
  return cookie(request, token, expiresAt);
}

/** `Set-Cookie` that makes the browser forget it. */
export function clearSessionCookie(request: Pick<Request, 'secure'>): string {
  return cookie(request, '', new Date(0));
}

function cookie(request: Pick<Request, 'secure'>, value: string, expiresAt: Date): string {
  const secure = request.secure ? '; Secure' : '';
  const expires = expiresAt.toUTCString();
  return `${nameFor(request)}=${value}; Path=/; Expires=${expires}; HttpOnly; SameSite=Lax${secure}`;
}

function nameFor({ secure }: Pick<Request, 'secure'>): string {
  return secure ? HOST_NAME : NAME;
}
