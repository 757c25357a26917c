import type { PRIVACY_ROUTES } from '../../contract/privacy';
import { findUser, type User } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { may } from '../../domain/access/permissions';
import { erasePerson } from './privacy/erasure';
import { exportPerson } from './privacy/export';

export const privacyHandlers: HandlersOf<typeof PRIVACY_ROUTES> = {
  async exportMe({ principal }, deps) {
    const user = await findUser(deps.store, principal.userId);
    if (user === null) throw new ApiError('unauthenticated');
    return { status: 200, body: await exportPerson(deps, user, principal) };
  },

  exportPerson: onRecord(find, async ({ principal }, deps, user) => {
    return { status: 200, body: await exportPerson(deps, user, principal) };
  }),

  erasePerson: onRecord(find, async ({ principal }, deps, user) => {
    // Nobody is left to answer to who erases themselves.
    if (principal.userId === user._id) throw new ApiError('forbidden');
    return { status: 200, body: await erasePerson(deps, user, principal) };
  }),
};

/** Whether there is such a person is for those to know who may do something about it. */
async function find(principal: Principal, { id }: { id: string }, { store }: Deps): Promise<User | null> {
  return may(principal.role, 'people.export') ? findUser(store, id) : null;
}
