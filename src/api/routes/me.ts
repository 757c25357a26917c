import type { ME_ROUTES } from '../../contract/me';
import { isStaff } from '../../domain/access/role';
import { changeUser, findUser } from '../../store/accounts/users';
import { changeAgent } from '../../store/desk/agents';
import { ApiError } from '../problems/api-error';
import type { HandlersOf } from '../handler';
import { personView } from './me/representation';
import { supportView } from './me/support';

export const meHandlers: HandlersOf<typeof ME_ROUTES> = {
  async getMe({ principal }, { store }) {
    const user = await findUser(store, principal.userId);
    if (user === null) throw new ApiError('unauthenticated');
    return { status: 200, body: await personView(store, user) };
  },

  async changeMe({ principal, body }, { store, clock }) {
    const user = await changeUser(store, principal.userId, body, clock());
    if (user === null) throw new ApiError('unauthenticated');
    // Assignment and its board call somebody of the staff by the name that stands with their load.
    if (body.name !== undefined && isStaff(user.role))
      await changeAgent(store, user._id, () => ({ name: body.name }));
    return { status: 200, body: await personView(store, user) };
  },

  async getMySupport({ principal }, deps) {
    return { status: 200, body: await supportView(deps, principal.organizationId) };
  },
};
