import type { RouteObject } from 'react-router';
import type { Messages } from './i18n/messages';
import type { Role } from './api/types';

/** A link by its key of the feature's messages; `to` is a path below the application's own base. */
export interface FeatureLink {
  to: string;
  label: string;
}

/** What a feature's folder gives to its application. Keys of messages start with the feature's own id. */
export interface Feature {
  id: string;
  /** Pages behind the log-in. */
  routes: RouteObject[];
  /** Pages that need no log-in, as the registration. */
  publicRoutes?: RouteObject[];
  /**
   * In the main navigation; for everybody, or for `roles` only. It is the present one at the paths `within` too, and
   * says its label's beginning, `short`, where a phone has no room for more.
   */
  nav?: FeatureLink & { roles?: readonly Role[]; within?: readonly string[]; short?: string };
  /** Shown below the log-in form. */
  logInLinks?: readonly FeatureLink[];
  /** What its links say, or all that it says: what a page says may come with the page. */
  messages?: Messages;
}
