import type { z } from 'zod';
import type { PEOPLE_ROUTES } from '../../../contract/people';
import { isStaff } from '../../../domain/access/role';
import type { Listed } from '../../../store/accounts/list-people';
import { asStored, type Organization } from '../../../store/accounts/organizations';
import type { User } from '../../../store/accounts/users';
import { findByKeys } from '../../../store/mongo/by-key';
import type { Store } from '../../../store/store';

type Account = z.input<(typeof PEOPLE_ROUTES)[1]['answers'][0]['schema']>;
type ReachableClient = z.input<(typeof PEOPLE_ROUTES)[7]['answers'][0]['schema']>['items'][number];
type Colleague = z.input<(typeof PEOPLE_ROUTES)[5]['answers'][0]['schema']>['items'][number];

/** People as those see them who administer them, in the order given. Names each field: no secret can slip out. */
export async function accountViews(store: Store, people: readonly Listed[]): Promise<Account[]> {
  const [organizations, factors] = await Promise.all([
    organizationsOf(
      store,
      people.map(({ user }) => user),
    ),
    findByKeys(
      store.secondFactors,
      people.map(({ user }) => user._id),
    ),
  ]);
  const enrolled = new Set(factors.filter(({ secret }) => secret !== null).map(({ _id }) => _id));
  return people.map(({ user, status }) => {
    const { _id: id, name, email, phone, role, organizationId, lastLogInAt, createdAt } = user;
    const organization = organizationId === null ? undefined : organizations.get(organizationId);
    return {
      id,
      name,
      email,
      phone,
      role,
      organization: organization ? { id: organization._id, name: organization.name } : null,
      branch: branchOf(user, organization),
      status,
      lastLogInAt: lastLogInAt?.toISOString() ?? null,
      twoStep: enrolled.has(id),
      createdAt: createdAt.toISOString(),
    };
  });
}

/** Clients as those see them who may register a ticket for them. */
export async function clientViews(store: Store, people: readonly Listed[]): Promise<ReachableClient[]> {
  const users = people.map(({ user }) => user);
  const organizations = await organizationsOf(store, users);
  return users.flatMap(({ _id: id, name, email, phone, organizationId }) => {
    const organization = organizations.get(organizationId ?? '');
    if (organization === undefined) return [];
    return [{ id, name, email, phone, organization: { id: organization._id, name: organization.name } }];
  });
}

/** The people of one customer as they see each other: what is more than a name is for those who administer it. */
export function colleagueViews(
  organization: Organization | null,
  people: readonly User[],
  { full }: { full: boolean },
): Colleague[] {
  return people.map((person) => {
    const { _id: id, name, email, phone, role, active } = person;
    if (isStaff(role)) throw new Error(`${id} is of the staff and of a customer`);
    const more = { email, phone, role: role as NonNullable<Colleague['role']> };
    return {
      id,
      name,
      branch: branchOf(person, organization ?? undefined),
      active,
      ...(full ? more : { email: null, phone: null, role: null }),
    };
  });
}

async function organizationsOf(store: Store, users: readonly User[]): Promise<Map<string, Organization>> {
  const ids = users.map(({ organizationId }) => organizationId).filter((id) => id !== null);
  const found = await findByKeys(store.organizations, ids);
  return new Map(found.map((organization) => [organization._id, asStored(organization)]));
}

/** One that the customer has given up is nobody's. */
function branchOf({ branchId }: User, organization: Organization | undefined): Account['branch'] {
  const branch = organization?.branches.find(({ id }) => id === branchId);
  return branch ? { id: branch.id, name: branch.name } : null;
}
