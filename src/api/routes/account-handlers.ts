import type { ACCOUNT_ROUTES } from '../../contract/account-routes';
import type { HandlersOf } from '../handler';
import { agentHandlers } from './agents';
import { apiKeyHandlers } from './api-keys';
import { attachmentHandlers } from './attachments';
import { auditHandlers } from './audit';
import { calendarHandlers } from './calendars';
import { catalogHandlers } from './catalog';
import { departureHandlers } from './departures';
import { invitationHandlers } from './invitations';
import { meHandlers } from './me';
import { organizationHandlers } from './organizations';
import { passwordResetHandlers } from './password-resets';
import { peopleHandlers } from './people';
import { policyHandlers } from './policies';
import { productHandlers } from './products';
import { refusalHandlers } from './refusals';
import { registrationHandlers } from './registrations';
import { secondFactorHandlers } from './second-factor';
import { sessionHandlers } from './session';

/** The handlers of ACCOUNT_ROUTES, by route id. */
export const accountHandlers: HandlersOf<typeof ACCOUNT_ROUTES> = {
  ...sessionHandlers,
  ...secondFactorHandlers,
  ...auditHandlers,
  ...registrationHandlers,
  ...passwordResetHandlers,
  ...invitationHandlers,
  ...apiKeyHandlers,
  ...meHandlers,
  ...organizationHandlers,
  ...departureHandlers,
  ...peopleHandlers,
  ...refusalHandlers,
  ...agentHandlers,
  ...catalogHandlers,
  ...productHandlers,
  ...calendarHandlers,
  ...policyHandlers,
  ...attachmentHandlers,
};
