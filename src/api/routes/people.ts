import type { PEOPLE_ROUTES } from '../../contract/people';
import { isStaff } from '../../domain/access/role';
import { may, type Permission } from '../../domain/access/permissions';
import { judgeAt } from '../../store/accounts/list-people';
import { endPauses } from '../../store/accounts/login-attempts';
import { findOrganization } from '../../store/accounts/organizations';
import { endSessions } from '../../store/accounts/sessions';
import { findUser, type User } from '../../store/accounts/users';
import { findErasure } from '../../store/erasures/erasures';
import { setActive } from '../../store/erasures/erasures-holdings';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf, type Handler } from '../handler';
import type { Principal } from '../principal';
import { comparePlaces, pageOfAll, type Place } from './account-page';
import { changePerson } from './people/change';
import { endAccount } from './people/departure';
import { pageOfPeople } from './people/page';
import { accountViews, clientViews, colleagueViews } from './people/representation';

type Find = (principal: Principal, params: { id: string }, deps: Deps) => Promise<User | null>;
type ListColleagues = Handler<(typeof PEOPLE_ROUTES)[5]>;

export const peopleHandlers: HandlersOf<typeof PEOPLE_ROUTES> = {
  async listPeople({ query }, deps) {
    const { organization: organizationId, branch: branchId, limit, cursor, ...rest } = query;
    const filter = { organizationId, branchId, ...rest };
    const { people, nextCursor } = await pageOfPeople(deps, 'people', filter, { limit, cursor });
    return { status: 200, body: { items: await accountViews(deps.store, people), nextCursor } };
  },

  async listClients({ query }, deps) {
    const { organization: organizationId, q, ...page } = query;
    const filter = { q, organizationId, kind: 'clients', served: true } as const;
    const { people, nextCursor } = await pageOfPeople(deps, 'clients', filter, page);
    return { status: 200, body: { items: await clientViews(deps.store, people), nextCursor } };
  },

  getPerson: onRecord(holding('people.read'), async (_request, deps, user) => ({
    status: 200,
    body: await accountOf(deps, user),
  })),

  changePerson: onRecord(holding('people.manage'), async ({ principal, body }, deps, user) => ({
    status: 200,
    body: await accountOf(deps, await changePerson(deps, user, { ...body, by: principal })),
  })),

  unlockPerson: onRecord(holding('people.manage'), async (_request, { store }, user) => {
    await endPauses(store, user);
    return { status: 204 };
  }),

  endLogIns: onRecord(holding('people.manage'), async (_request, { store }, user) => {
    await endSessions(store, user._id);
    return { status: 204 };
  }),

  listColleagues,

  setActivity: onRecord(findOwn, async (request, deps, user) => {
    const { principal, body, commandId, bodyHash } = request;
    // Who ends the own account could not undo it, and might be the last one who can.
    if (principal.userId === user._id) throw new ApiError('forbidden');
    if (body.active) await setActive(deps.store, user._id, true);
    else await endAccount(deps, user, { principal, commandId, bodyHash });
    return { status: 200, body: { id: user._id, active: body.active } };
  }),
};

async function listColleagues(
  ...[{ principal, query }, { store }]: Parameters<ListColleagues>
): ReturnType<ListColleagues> {
  const { organizationId } = principal;
  // A client without a customer has no colleagues, and must not get everybody.
  if (organizationId === null) throw new ApiError('forbidden');
  const full = principal.role === 'client_admin';
  const [people, organization] = await Promise.all([
    store.users
      .find({ organizationId, ...(full ? {} : { active: true }) })
      .lean<User[]>()
      .exec(),
    findOrganization(store, organizationId),
  ]);
  const sorted = people.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const page = pageOfAll('colleagues', sorted, query, { place: placeOf, show: (person) => person });
  return { status: 200, body: { ...page, items: colleagueViews(organization, page.items, { full }) } };
}

/** Who may not do it does not learn who exists; of an erased person nothing is left to change. */
function holding(permission: Permission): Find {
  return async ({ role }, { id }, { store }) => {
    if (!may(role, permission)) return null;
    const user = await findUser(store, id);
    return user !== null && permission !== 'people.read' && (await findErasure(store, id)) ? null : user;
  };
}

/** A client_admin knows the own people only. */
async function findOwn(principal: Principal, params: { id: string }, deps: Deps): Promise<User | null> {
  const user = await holding('people.activity')(principal, params, deps);
  if (user === null || isStaff(principal.role)) return user;
  return user.organizationId !== null && user.organizationId === principal.organizationId ? user : null;
}

async function accountOf({ store, clock }: Deps, user: User): Promise<Account> {
  const status = (await judgeAt(store, clock()))(user);
  const [view] = await accountViews(store, [{ user, status }]);
  return view!;
}

type Account = Awaited<ReturnType<typeof accountViews>>[number];

function placeOf({ name, _id }: User): Place {
  return [name, _id];
}
