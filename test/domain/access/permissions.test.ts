import type { Permission } from '../../../src/domain/access/permissions';
import { PERMISSIONS, ROLES, isStaff, may } from '../../../src/domain/access/permissions';

/** C client, K client_admin, A agent, S supervisor, X admin. */
const expected: Record<Permission, string> = {
  'session.own': 'CKASX',
  'apikeys.own': 'CKASX',
  me: 'CKASX',
  'stream.read': 'CKASX',
  'catalog.read': 'CKASX',
  'products.read': 'ASX',
  'products.manage': 'X',
  'attachments.write': 'CKASX',
  'attachments.read': 'CKASX',
  'second_factor.own': 'CKASX',
  'second_factor.remove': 'X',
  'audit.read': 'X',
  'registrations.manage': 'SX',
  'invitations.manage': 'KX',
  'organizations.read': 'ASX',
  'organizations.manage': 'SX',
  'contracts.manage': 'SX',
  'refusals.read': 'SX',
  'organizations.export': 'KX',
  'people.activity': 'KX',
  'clients.read': 'ASX',
  'people.read': 'SX',
  'people.manage': 'X',
  'colleagues.read': 'CK',
  'branches.read': 'CK',
  'agents.read': 'ASX',
  'agents.manage': 'SX',
  'agents.availability': 'ASX',
  'ticket.register': 'CKASX',
  'ticket.register_on_behalf': 'ASX',
  'ticket.read': 'CKASX',
  'ticket.categorize': 'ASX',
  'ticket.prioritize': 'ASX',
  'ticket.assign': 'ASX',
  'ticket.attend': 'ASX',
  'ticket.correct': 'CKASX',
  'ticket.reply': 'CKASX',
  'ticket.note': 'ASX',
  'ticket.call': 'ASX',
  'ticket.solve': 'ASX',
  'ticket.retract': 'ASX',
  'ticket.close': 'CKASX',
  'ticket.split': 'ASX',
  'ticket.refer': 'ASX',
  'ticket.presence': 'ASX',
  'canned_replies.read': 'ASX',
  'canned_replies.manage': 'SX',
  'ticket.participants': 'CK',
  'ticket.pass_on': 'CK',
  'ticket.repair': 'SX',
  'ticket.migrate_policy': 'SX',
  'archive.read': 'CKASX',
  'remote_session.request': 'CKASX',
  'remote_session.read': 'CKASX',
  'remote_session.quote': 'ASX',
  'remote_session.checkout': 'CK',
  'remote_session.confirm_payment': 'SX',
  'remote_session.schedule': 'CKASX',
  'remote_session.access': 'CKASX',
  'remote_session.meeting': 'ASX',
  'remote_session.attendance': 'ASX',
  'remote_session.cancel': 'CKASX',
  'reports.read': 'SX',
  'incidents.manage': 'SX',
  'incidents.read': 'ASX',
  'incidents.notices': 'CKASX',
  'calendar.read': 'ASX',
  'calendar.manage': 'X',
  'policy.read': 'ASX',
  'policy.manage': 'X',
  'codec.use': 'X',
  'people.export': 'X',
  'people.erase': 'X',
};

describe('each permission is held by', () => {
  it.each(Object.entries(expected) as [Permission, string][])('%s: %s', (permission, letters) => {
    const holders = ROLES.filter((role) => may(role, permission));
    expect(holders).toEqual([...letters].map((letter) => ROLES['CKASX'.indexOf(letter)]));
  });

  it('nobody beyond this table', () => {
    expect(Object.keys(PERMISSIONS).sort()).toEqual(Object.keys(expected).sort());
  });
});

it('lets supervisors do all that agents do, admins all that supervisors do, and a client_admin all that a client does', () => {
  for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
    if (may('agent', permission))
      expect([permission, may('supervisor', permission)]).toEqual([permission, true]);
    if (may('supervisor', permission))
      expect([permission, may('admin', permission)]).toEqual([permission, true]);
    if (may('client', permission))
      expect([permission, may('client_admin', permission)]).toEqual([permission, true]);
  }
});

it('tells staff from customers', () => {
  expect(ROLES.filter(isStaff)).toEqual(['agent', 'supervisor', 'admin']);
});
