import { AGENT_ROUTES } from './agents';
import { API_KEY_ROUTES } from './api-keys';
import { ATTACHMENT_ROUTES } from './attachments';
import { AUDIT_ROUTES } from './audit';
import { CALENDAR_ROUTES } from './calendars';
import { CATALOG_ROUTES } from './catalog';
import { DEPARTURE_ROUTES } from './departures';
import { INVITATION_ROUTES } from './invitations';
import { ME_ROUTES } from './me';
import { ORGANIZATION_ROUTES } from './organizations';
import { PASSWORD_RESET_ROUTES } from './password-resets';
import { PEOPLE_ROUTES } from './people';
import { POLICY_ROUTES } from './policies';
import { PRODUCT_ROUTES } from './products';
import { REFUSAL_ROUTES } from './refusals';
import { REGISTRATION_ROUTES } from './registrations';
import type { Route } from './route';
import { SECOND_FACTOR_ROUTES } from './second-factor';
import { SESSION_ROUTES } from './session';

/** Accounts and administration: one array per resource file, joined here. */
export const ACCOUNT_ROUTES = [
  ...SESSION_ROUTES,
  ...SECOND_FACTOR_ROUTES,
  ...AUDIT_ROUTES,
  ...REGISTRATION_ROUTES,
  ...PASSWORD_RESET_ROUTES,
  ...INVITATION_ROUTES,
  ...API_KEY_ROUTES,
  ...ME_ROUTES,
  ...ORGANIZATION_ROUTES,
  ...DEPARTURE_ROUTES,
  ...PEOPLE_ROUTES,
  ...REFUSAL_ROUTES,
  ...AGENT_ROUTES,
  ...CATALOG_ROUTES,
  ...PRODUCT_ROUTES,
  ...CALENDAR_ROUTES,
  ...POLICY_ROUTES,
  ...ATTACHMENT_ROUTES,
] as const satisfies readonly Route[];
