import type { Permission } from '../../domain/access/permissions';
import type { Role } from '../../domain/access/role';
import type { User } from '../../store/accounts/users';

const DUTY_BOUND: readonly Role[] = ['supervisor', 'admin'];

/** What a log-in may do that still owes its second factor: see itself, enrol, and leave. */
const ENROLMENT: readonly string[] = ['session.own', 'second_factor.own'] satisfies Permission[];

/** Administrators and supervisors must have a second factor; the people of the demo data need none. */
export function owesSecondFactor({ role, demo }: Pick<User, 'role' | 'demo'>): boolean {
  return DUTY_BOUND.includes(role) && demo !== true;
}

export function isPartOfEnrolment(permission: string): boolean {
  return ENROLMENT.includes(permission);
}
