import type { REFUSAL_ROUTES } from '../../contract/refusals';
import { DEFAULT_LIMIT } from '../../contract/page';
import { organizationNames } from '../../store/accounts/organizations';
import { listRefusals } from '../../store/accounts/refusals';
import { ApiError } from '../api-error';
import type { HandlersOf } from '../handler';
import { makeCursor, readCursor, type Place } from './account-page';

export const refusalHandlers: HandlersOf<typeof REFUSAL_ROUTES> = {
  async listRefusals({ query: { limit = DEFAULT_LIMIT, cursor, organization } }, deps) {
    const { store } = deps;
    const after = placeIn(readCursor('refusals', cursor));
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

function placeIn(place: Place | undefined): readonly [at: Date, id: string] | undefined {
  if (place === undefined) return undefined;
  const at = new Date(place[0]);
  if (Number.isNaN(at.getTime())) {
    throw new ApiError('invalid_request', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] });
  }
  return [at, place[1]];
}
