import type { Route } from './route';

/** Accounts and administration: one array per resource file, joined here. */
export const ACCOUNT_ROUTES = [] as const satisfies readonly Route[];
