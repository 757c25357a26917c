import type { DEPARTURE_ROUTES } from '../../contract/departures';
import { changeOrganization } from '../../store/accounts/organizations';
import { setDeparture } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import { visibleOrganization } from '../tickets/visible-organization';
import { exportOrganization } from './departures-export';
import { organizationView, serviceDay, type OrganizationView } from './organizations-representation';

export const departureHandlers: HandlersOf<typeof DEPARTURE_ROUTES> = {
  putDeparture: onRecord(visibleOrganization, async (_request, deps, { _id, departedAt }) => ({
    status: 200,
    body: await depart(deps, _id, departedAt ?? deps.clock()),
  })),

  deleteDeparture: onRecord(visibleOrganization, async (_request, deps, { _id }) => ({
    status: 200,
    body: await depart(deps, _id, null),
  })),

  exportOrganization: onRecord(visibleOrganization, async ({ principal, query }, deps, organization) => ({
    status: 200,
    body: await exportOrganization(deps, organization, principal, query),
  })),
};

/** The customer first, so that nobody is added meanwhile; asking again finishes what broke off. */
async function depart(deps: Deps, id: string, departedAt: Date | null): Promise<OrganizationView> {
  const { store, clock } = deps;
  const changed = await changeOrganization(store, id, () => ({ departedAt }), clock());
  if (changed === null || changed === 'taken') throw new ApiError('not_found');
  await setDeparture(store, id, departedAt, clock());
  return organizationView(changed, await serviceDay(deps));
}
