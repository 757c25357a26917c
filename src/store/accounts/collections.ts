import type { Connection, Model } from 'mongoose';
import { apiKeyModel, type ApiKey } from './api-keys';
import { attachmentLeftoverModel, type AttachmentLeftover } from './attachment-leftovers';
import { attachmentModel, type Attachment } from './attachments';
import { auditModel, type AuditEntry } from './audit';
import { calendarModel, type CalendarDocument } from './calendars';
import { currentVersionModel, type CurrentVersion } from './current-versions';
import { invitationModel, type Invitation } from './invitations';
import { loginAttemptModel, type LoginAttempts } from './login-attempts';
import { organizationModel, type Organization } from './organizations';
import { policyModel, type PolicyDocument } from './policies';
import { productModel, type ProductDocument } from './products';
import { refusalModel, type Refusal } from './refusals';
import { registrationModel, type Registration } from './registrations';
import { secondFactorModel, type SecondFactor } from './second-factors';
import { sessionModel, type Session } from './sessions';
import { accountTokenModel, type AccountToken } from './tokens';
import { userModel, type User } from './users';

/** People, customers and what an administrator sets. */
export interface AccountCollections {
  users: Model<User>;
  sessions: Model<Session>;
  apiKeys: Model<ApiKey>;
  loginAttempts: Model<LoginAttempts>;
  organizations: Model<Organization>;
  products: Model<ProductDocument>;
  calendars: Model<CalendarDocument>;
  policies: Model<PolicyDocument>;
  currentVersions: Model<CurrentVersion>;
  attachments: Model<Attachment>;
  attachmentLeftovers: Model<AttachmentLeftover>;
  refusals: Model<Refusal>;
  registrations: Model<Registration>;
  invitations: Model<Invitation>;
  accountTokens: Model<AccountToken>;
  secondFactors: Model<SecondFactor>;
  audit: Model<AuditEntry>;
}

export function accountCollections(connection: Connection): AccountCollections {
  return {
    users: userModel(connection),
    sessions: sessionModel(connection),
    apiKeys: apiKeyModel(connection),
    loginAttempts: loginAttemptModel(connection),
    organizations: organizationModel(connection),
    products: productModel(connection),
    calendars: calendarModel(connection),
    policies: policyModel(connection),
    currentVersions: currentVersionModel(connection),
    attachments: attachmentModel(connection),
    attachmentLeftovers: attachmentLeftoverModel(connection),
    refusals: refusalModel(connection),
    registrations: registrationModel(connection),
    invitations: invitationModel(connection),
    accountTokens: accountTokenModel(connection),
    secondFactors: secondFactorModel(connection),
    audit: auditModel(connection),
  };
}
