import type { z } from 'zod';
import type { PEOPLE_ROUTES } from '../../contract/people';
import { isStaff } from '../../domain/access/role';
import { may } from '../../domain/access/permissions';
import { endSessions } from '../../store/accounts/sessions';
import { findUser, type User } from '../../store/accounts/users';
import { changeAgent, findAgent } from '../../store/agents';
import { findErasure } from '../../store/erasures';
import { findHoldings, openAmong, setActive } from '../../store/erasures-holdings';
import type { Store } from '../../store/store';
import { ApiError } from '../api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import { openTickets } from '../open-tickets';
import type { Principal } from '../principal';
import { comparePlaces, pageOfAll, type Place } from './account-page';

type Colleague = z.input<(typeof PEOPLE_ROUTES)[0]['answers'][0]['schema']>['items'][number];

export const peopleHandlers: HandlersOf<typeof PEOPLE_ROUTES> = {
  async listColleagues({ principal: { organizationId }, query }, { store }) {
    // A client without a customer has no colleagues, and must not get everybody.
    if (organizationId === null) throw new ApiError('forbidden');
    const people = await store.users.find({ organizationId }).lean<User[]>().exec();
    const sorted = people.sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
    return {
      status: 200,
      body: pageOfAll('colleagues', sorted, query, { place: placeOf, show: colleagueView }),
    };
  },

  setActivity: onRecord(find, async ({ principal, body: { active } }, deps, user) => {
    // Who ends the own account could not undo it, and might be the last one who can.
    if (principal.userId === user._id) throw new ApiError('forbidden');
    if (active) await setActive(deps.store, user._id, true);
    else await endAccount(deps.store, user);
    return { status: 200, body: { id: user._id, active } };
  }),
};

/** A client_admin knows the own people only; of an erased person nothing is left to open again. */
async function find(principal: Principal, { id }: { id: string }, { store }: Deps): Promise<User | null> {
  if (!may(principal.role, 'people.activity')) return null;
  const user = await findUser(store, id);
  if (user === null || (await findErasure(store, id))) return null;
  if (isStaff(principal.role)) return user;
  return user.organizationId !== null && user.organizationId === principal.organizationId ? user : null;
}

/** Closed first, so that nothing new comes while it is looked whether something is open; if so, opened again. */
async function endAccount(store: Store, user: User): Promise<void> {
  await setActive(store, user._id, false);
  try {
    const open = await openOf(store, user);
    if (open.length > 0) throw openTickets(open);
  } catch (error) {
    await setActive(store, user._id, user.active);
    throw error;
  }
  await endSessions(store, user._id);
}

/** A client's own tickets; what an agent attends. */
async function openOf(store: Store, user: User): Promise<readonly string[]> {
  if (!isStaff(user.role)) return openAmong(store, (await findHoldings(store, user._id)).own);
  // From now on nothing is given to them.
  const agent =
    (await findAgent(store, user._id)) && (await changeAgent(store, user._id, { available: false }));
  return agent?.folios ?? [];
}

function colleagueView({ _id: id, email, name, phone, role, active }: User): Colleague {
  if (isStaff(role)) throw new Error(`${id} is of the staff and of a customer`);
  return { id, email, name, phone, role: role as Colleague['role'], active };
}

function placeOf({ name, _id }: User): Place {
  return [name, _id];
}
