import { isStaff } from '../../domain/access/role';
import { findOrganization, type Organization } from '../../store/accounts/organizations';
import type { Deps } from '../deps';
import type { Principal } from '../principal';

/** The customer if the caller may see it: of the clients, only its own people know that it exists. */
export async function visibleOrganization(
  principal: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<Organization | null> {
  return isStaff(principal.role) || principal.organizationId === id ? findOrganization(store, id) : null;
}
