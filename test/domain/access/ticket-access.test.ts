import type { Role } from '../../../src/domain/access/permissions';
import { ROLES } from '../../../src/domain/access/permissions';
import type { Caller } from '../../../src/domain/access/ticket-access';
import { mayCloseAs, mayReadTicket, mayWithdraw } from '../../../src/domain/access/ticket-access';
import type { ClosureReason } from '../../../src/domain/classification/closure-reasons';
import { CLOSURE_REASONS } from '../../../src/domain/classification/closure-reasons';

const ticket = { organizationId: 'optica-luz', requesterId: 'ana', participantIds: ['beto'] };
const caller = (role: Role, userId: string, organizationId: string | null = 'optica-luz'): Caller => ({
  role,
  userId,
  organizationId,
});

describe('a ticket is read by', () => {
  it.each([
    ['its requester', caller('client', 'ana'), true],
    ['a colleague on it', caller('client', 'beto'), true],
    ['not any other colleague', caller('client', 'caro'), false],
    ['the client_admin of its customer', caller('client_admin', 'dora'), true],
    ['not the client_admin of another customer', caller('client_admin', 'dora', 'optica-sol'), false],
    ['not its requester once at another customer', caller('client', 'ana', 'optica-sol'), false],
    ['not a participant of another customer', caller('client', 'beto', 'optica-sol'), false],
    ['not a client without a customer', caller('client', 'ana', null), false],
    ['an agent', caller('agent', 'eva', null), true],
    ['a supervisor', caller('supervisor', 'fer', null), true],
    ['an admin', caller('admin', 'gil', null), true],
  ])('%s', (_who, who, expected) => {
    expect(mayReadTicket(who, ticket)).toBe(expected);
  });
});

describe('closing as', () => {
  const client: Role[] = ['client', 'client_admin'];
  const staff: Role[] = ['agent', 'supervisor', 'admin'];

  const rows: [ClosureReason, Role[]][] = [
    ['resolved', staff],
    ['accepted', client],
    ['no_client_response', []],
    ['withdrawn', client],
    ['out_of_scope', staff],
    ['duplicate', staff],
    ['split', []],
  ];

  it.each(rows)('%s is for %p', (reason, roles) => {
    expect(ROLES.filter((role) => mayCloseAs(role, reason))).toEqual(roles);
  });

  it('is decided for every reason', () => {
    expect(rows.map(([reason]) => reason)).toEqual([...CLOSURE_REASONS]);
  });
});

describe('a ticket is withdrawn by', () => {
  it.each([
    ['its requester', caller('client', 'ana'), true],
    ['not a colleague on it', caller('client', 'beto'), false],
    ['the client_admin', caller('client_admin', 'dora'), true],
    ['not the client_admin of another customer', caller('client_admin', 'dora', 'optica-sol'), false],
    ['not an agent', caller('agent', 'ana', null), false],
  ])('%s', (_who, who, expected) => {
    expect(mayWithdraw(who, ticket)).toBe(expected);
  });
});
