import { COUNTED_VIEWS, type VIEW_ROUTES } from '../../contract/views';
import type { HandlersOf } from '../handler';
import { countInView } from '../tickets/list-tickets';

/** The handlers of VIEW_ROUTES, by route id. */
export const viewHandlers: HandlersOf<typeof VIEW_ROUTES> = {
  countViews: async ({ principal }, { store, clock }) => {
    const now = clock();
    const items = await Promise.all(
      COUNTED_VIEWS.map(async (view) => ({
        view,
        count: await countInView(store, principal, view === 'all' ? undefined : view, now),
      })),
    );
    return { status: 200, body: { items } };
  },
};
