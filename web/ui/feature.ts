import type { RouteObject } from 'react-router';

/** What a feature's folder gives to its application. Keys of messages start with the feature's own id. */
export interface Feature {
  id: string;
  routes: RouteObject[];
  /** `label` is a key of the feature's messages. */
  nav?: { to: string; label: string };
  messages: { es: Record<string, string>; en: Record<string, string> };
}
