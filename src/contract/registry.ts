import { ACCOUNT_ROUTES } from './account-routes';
import type { Route } from './route';
import { TICKET_ROUTES } from './ticket-routes';

/** Every route of the API. */
export const ROUTES = [...TICKET_ROUTES, ...ACCOUNT_ROUTES] as const satisfies readonly Route[];
