import type { Route } from './route';

/** Tickets, their commands and their archive. */
export const TICKET_ROUTES = [] as const satisfies readonly Route[];
