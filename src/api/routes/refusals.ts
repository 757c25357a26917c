import type { REFUSAL_ROUTES } from '../../contract/refusals';
import { DEFAULT_LIMIT } from '../../contract/page';
import { organizationNames } from '../../store/accounts/organizations';
import { listRefusals } from '../../store/accounts/refusals';
import type { HandlersOf } from '../handler';
import { makeCursor, readInstantCursor } from './account-page';

export const refusalHandlers: HandlersOf<typeof REFUSAL_ROUTES> = {
  async listRefusals({ query: { limit = DEFAULT_LIMIT, cursor, organization } }, deps) {
    const { store } = deps;
    const after = readInstantCursor('refusals', cursor);
    const page = { after, limit: limit + 1, now: deps.clock() };
    const found = await listRefusals(store, { organizationId: organization, ...page });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    const names = await organizationNames(
      store,
      shown.map(({ organizationId }) => organizationId),
    );
    return {
      status: 200,
      body: {
        items: shown.map(({ _id: id, at, organizationId, product, code, evidence }) => ({
          id,
          at: at.toISOString(),
          organization: { id: organizationId, name: names.get(organizationId) ?? '' },
          product,
          code,
          evidence,
        })),
        nextCursor: more ? makeCursor('refusals', [last.at.toISOString(), last._id]) : null,
      },
    };
  },
};
