import { isStaff, type Role } from '../../../domain/access/role';
import { keepAccountMail } from '../../../notices/account-mail';
import { removeUnscopedKeys } from '../../../store/accounts/api-keys';
import { findOrganization } from '../../../store/accounts/organizations';
import { endSessions } from '../../../store/accounts/sessions';
import { changePlace, type User } from '../../../store/accounts/users';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';
import type { Principal } from '../../principal';

export interface PersonChange {
  role?: Role | undefined;
  branchId?: string | null | undefined;
  by: Principal;
}

/**
 * Changes what an administrator says of a person.
 * @throws ApiError `forbidden` for the own role, `role_of_other_kind`, `unknown_branch`
 */
export async function changePerson(deps: Deps, user: User, change: PersonChange): Promise<User> {
  const { store, clock } = deps;
  const { role = user.role, branchId = user.branchId ?? null, by } = change;
  if (isStaff(role) !== isStaff(user.role)) throw new ApiError('role_of_other_kind', 'role');
  // Who gives up the own role could not take it back, and might be the last one who can.
  if (role !== user.role && by.userId === user._id) throw new ApiError('forbidden');
  if (change.branchId != null) await assertBranch(deps, user, change.branchId);
  if (role !== user.role) await endWaysIn(deps, user);
  const changed = await changePlace(store, user._id, { role, branchId }, clock());
  if (changed === null) throw new ApiError('not_found');
  if (role === user.role) return changed;
  // Once more: somebody may have come in between the two.
  await endWaysIn(deps, user);
  await keepAccountMail(store, 'role_changed', user._id);
  return changed;
}

/**
 * Another role is another privilege: it begins with a log-in of its own (ASVS 5.0, 7.2.4). Before the role changes, so
 * that a request that breaks off in between leaves less, not more.
 */
async function endWaysIn({ store }: Deps, { _id }: User): Promise<void> {
  await endSessions(store, _id);
  await removeUnscopedKeys(store, _id);
}

async function assertBranch({ store }: Deps, { organizationId }: User, branchId: string): Promise<void> {
  const organization = organizationId === null ? null : await findOrganization(store, organizationId);
  const isThere = organization?.branches.some(({ id }) => id === branchId) ?? false;
  if (!isThere) throw new ApiError('unknown_branch', 'branchId');
}
