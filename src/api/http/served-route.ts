import type { Request, Response } from 'express';
import type { Route } from '../../contract/route';

const ROUTE = 'servedRoute';
const FOLIO = 'servedFolio';

/** Notes for the log what is served. */
export function noteServed({ id }: Route, { params }: Request, { locals }: Response): void {
  locals[ROUTE] = id;
  locals[FOLIO] = params['folio'];
}

/** Id of the route that answered; null for an address without one. */
export function routeOf(locals: Response['locals']): string | null {
  const route: unknown = locals[ROUTE];
  return typeof route === 'string' ? route : null;
}

/** The ticket that was asked for, as the caller wrote it if it is a folio at all. */
export function folioOf(locals: Response['locals']): string | undefined {
  const folio: unknown = locals[FOLIO];
  return typeof folio === 'string' && /^\d{1,18}$/.test(folio) ? folio : undefined;
}
