import { isStaff } from '../../domain/access/role';
import { findUser, type User } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';

/**
 * A person of a customer, who can log in.
 * @param organizationId the customer they must belong to; any when null
 * @throws ApiError unknown_client naming the field
 */
export async function findClient(
  { store }: Deps,
  id: string,
  organizationId: string | null,
  field: string,
): Promise<User & { organizationId: string }> {
  const user = await findUser(store, id);
  if (!user || !isClient(user) || (organizationId !== null && user.organizationId !== organizationId)) {
    throw new ApiError('unknown_client', field);
  }
  return user;
}

function isClient(user: User): user is User & { organizationId: string } {
  return user.active && !isStaff(user.role) && user.organizationId !== null;
}
