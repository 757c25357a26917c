import type { DEPARTURE_ROUTES } from '../../contract/departures';
import { isStaff } from '../../domain/access/role';
import { changeOrganization, findOrganization, type Organization } from '../../store/accounts/organizations';
import { setDeparture } from '../../store/accounts/users';
import { ApiError } from '../api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { exportOrganization } from './departures-export';
import { organizationView, serviceDay, type OrganizationView } from './organizations-representation';

export const departureHandlers: HandlersOf<typeof DEPARTURE_ROUTES> = {
  putDeparture: onRecord(find, async (_request, deps, { _id, departedAt }) => ({
    status: 200,
    body: await depart(deps, _id, departedAt ?? deps.clock()),
  })),

  deleteDeparture: onRecord(find, async (_request, deps, { _id }) => ({
    status: 200,
    body: await depart(deps, _id, null),
  })),

  exportOrganization: onRecord(find, async ({ principal, query }, deps, organization) => ({
    status: 200,
    body: await exportOrganization(deps, organization, principal, query),
  })),
};

/** Of the clients, only its own people know that a customer exists. */
async function find(
  principal: Principal,
  { id }: { id: string },
  { store }: Deps,
): Promise<Organization | null> {
  return isStaff(principal.role) || principal.organizationId === id ? findOrganization(store, id) : null;
}

/** The customer first, so that nobody is added meanwhile; asking again finishes what broke off. */
async function depart(deps: Deps, id: string, departedAt: Date | null): Promise<OrganizationView> {
  const { store, clock } = deps;
  const changed = await changeOrganization(store, id, () => ({ departedAt }), clock());
  if (changed === null || changed === 'taken') throw new ApiError('not_found');
  await setDeparture(store, id, departedAt, clock());
  return organizationView(changed, await serviceDay(deps));
}
