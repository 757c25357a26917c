import type { Permission } from '../domain/access/permissions';
import type { Role } from '../domain/access/role';

/** Who calls, once the session cookie or the API key has been checked. */
export interface Principal {
  readonly userId: string;
  readonly role: Role;
  /** The customer of a client; null for staff. */
  readonly organizationId: string | null;
  /** Whether their customer has left: they read, and see through what is open. */
  readonly readOnly: boolean;
  /** Whether the log-in still owes its second factor, and may do nothing but enrol. */
  readonly mustEnrol: boolean;
  /** The log-in, when it came with a session cookie. */
  readonly sessionId: string | null;
  /** The API key, when it came with one. */
  readonly apiKeyId: string | null;
  /** What an API key is limited to; null for everything that the role may do. */
  readonly scopes: readonly Permission[] | null;
}
