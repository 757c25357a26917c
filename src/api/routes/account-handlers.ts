import type { ACCOUNT_ROUTES } from '../../contract/account-routes';
import type { HandlersOf } from '../handler';

/** The handlers of ACCOUNT_ROUTES, by route id. */
export const accountHandlers: HandlersOf<typeof ACCOUNT_ROUTES> = {};
