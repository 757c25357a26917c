import type { z } from 'zod';
import type { DEPARTURE_ROUTES } from '../../contract/departures';
import type { Organization } from '../../store/accounts/organizations';
import type { User } from '../../store/accounts/users';
import type { Store } from '../../store/store';
import type { Deps } from '../deps';
import type { Principal } from '../principal';
import { pageOfAll, type PageQuery, type Place } from './account-page';
import { organizationView, serviceDay } from './organizations-representation';
import { ticketsOf } from './privacy/export';

type OrganizationExport = z.input<(typeof DEPARTURE_ROUTES)[2]['answers'][0]['schema']>;

/** What a customer may take along. It holds what its people see, whoever makes it: notes of support stay here. */
export async function exportOrganization(
  deps: Deps,
  organization: Organization,
  by: Principal,
  page: PageQuery,
): Promise<OrganizationExport> {
  const { store, clock } = deps;
  const organizationId = organization._id;
  const people = await store.users.find({ organizationId }).sort({ _id: 1 }).lean<User[]>().exec();
  const folios = await foliosOf(store, organizationId);
  const rows = { place: placeOf, show: (folio: string) => folio };
  const { items, nextCursor } = pageOfAll('organization-export', folios, page, rows);
  const reader: Principal = { ...by, role: 'client_admin', organizationId };
  return {
    exportedAt: clock().toISOString(),
    organization: organizationView(organization, await serviceDay(deps)),
    people: people.map(({ _id: id, email, name, phone, role, active }) => {
      return { id, email, name, phone, role, active };
    }),
    tickets: { items: await ticketsOf(deps, reader, items), nextCursor },
  };
}

/** Open, closed, and accepted but not taken up by a worker yet; the oldest first. */
async function foliosOf(store: Store, organizationId: string): Promise<string[]> {
  const found = await Promise.all([
    store.tickets.distinct('_id', { organizationId, closed: false }),
    store.archive.distinct('_id', { organizationId }),
    store.intakes.distinct('_id', { organizationId }),
  ]);
  const keyed = [...new Set(found.flat())].map((folio) => [placeOf(folio)[0], folio] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, folio]) => folio);
}

/** Folios in the order of their numbers. */
function placeOf(folio: string): Place {
  return [folio.padStart(18, '0'), folio];
}
