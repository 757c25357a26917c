import type { Role } from './role';

export { ROLES, isStaff } from './role';
export type { Role } from './role';

const EVERYONE = ['client', 'client_admin', 'agent', 'supervisor', 'admin'] as const;
const CLIENTS = ['client', 'client_admin'] as const;
const STAFF = ['agent', 'supervisor', 'admin'] as const;
const SUPERVISORS = ['supervisor', 'admin'] as const;
const ADMINS = ['admin'] as const;

/**
 * Who may do what, one line per group of routes. A permission opens the door only: which records are behind it
 * is decided per record (`mayReadTicket`), and a record out of reach answers as if it did not exist.
 */
export const PERMISSIONS = {
  'session.own': EVERYONE,
  'apikeys.own': EVERYONE,
  me: EVERYONE,
  'stream.read': EVERYONE,

  'catalog.read': EVERYONE,
  'products.read': STAFF,
  'products.manage': ADMINS,
  'attachments.write': EVERYONE,
  'attachments.read': EVERYONE,

  'second_factor.own': EVERYONE,
  'second_factor.remove': ADMINS,
  'audit.read': ADMINS,
  'registrations.manage': SUPERVISORS,
  // A client_admin's for the own customer; an admin's for everybody.
  'invitations.manage': ['client_admin', 'admin'],
  'organizations.read': STAFF,
  'organizations.manage': SUPERVISORS,
  'contracts.manage': SUPERVISORS,
  'refusals.read': SUPERVISORS,
  // A client_admin's for the own customer; an admin's for everybody.
  'organizations.export': ['client_admin', 'admin'],
  'people.activity': ['client_admin', 'admin'],
  // Whom a ticket may be registered for: how to reach them, and nothing of how their account stands.
  'clients.read': STAFF,
  'people.read': SUPERVISORS,
  'people.manage': ADMINS,
  // A client_admin's answer says more.
  'colleagues.read': CLIENTS,
  'branches.read': CLIENTS,
  'agents.read': STAFF,
  'agents.manage': SUPERVISORS,
  // An agent's own; somebody else's needs agents.manage too.
  'agents.availability': STAFF,

  'ticket.register': EVERYONE,
  'ticket.register_on_behalf': STAFF,
  'ticket.read': EVERYONE,
  'ticket.categorize': STAFF,
  'ticket.prioritize': STAFF,
  'ticket.assign': STAFF,
  'ticket.attend': STAFF,
  'ticket.correct': EVERYONE,
  'ticket.reply': EVERYONE,
  'ticket.note': STAFF,
  'ticket.call': STAFF,
  'ticket.solve': STAFF,
  'ticket.retract': STAFF,
  'ticket.close': EVERYONE,
  'ticket.split': STAFF,
  'ticket.refer': STAFF,
  'ticket.participants': CLIENTS,
  'ticket.pass_on': CLIENTS,
  'ticket.repair': SUPERVISORS,
  'ticket.migrate_policy': SUPERVISORS,
  'ticket.presence': STAFF,
  'archive.read': EVERYONE,

  'remote_session.request': EVERYONE,
  'remote_session.read': EVERYONE,
  'remote_session.quote': STAFF,
  'remote_session.checkout': CLIENTS,
  'remote_session.confirm_payment': SUPERVISORS,
  'remote_session.schedule': EVERYONE,
  'remote_session.access': EVERYONE,
  'remote_session.meeting': STAFF,
  'remote_session.attendance': STAFF,
  'remote_session.cancel': EVERYONE,

  'canned_replies.read': STAFF,
  'canned_replies.manage': SUPERVISORS,

  'reports.read': SUPERVISORS,
  'incidents.manage': SUPERVISORS,
  'incidents.read': STAFF,
  'incidents.notices': EVERYONE,
  'calendar.read': STAFF,
  'calendar.manage': ADMINS,
  'policy.read': STAFF,
  'policy.manage': ADMINS,

  'codec.use': ADMINS,
  'people.export': ADMINS,
  'people.erase': ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the role holds the permission. */
export function may(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return holders.includes(role);
}
