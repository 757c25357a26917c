import type { z } from 'zod';
import type { PRESENCE_ROUTES } from '../../contract/presence';
import { userNames } from '../../store/accounts/users';
import { endPresence, notePresence, presentOn } from '../../store/desk/presence';
import type { Deps } from '../deps';
import type { HandlersOf } from '../handler';
import { onTicket } from '../tickets/on-ticket';
import { ticketClosed } from '../tickets/closed-ticket';

/** The handlers of PRESENCE_ROUTES, by route id. */
export const presenceHandlers: HandlersOf<typeof PRESENCE_ROUTES> = {
  readPresence: onTicket(async ({ params: { folio } }, deps) => ({
    status: 200,
    body: await presenceOn(deps, folio),
  })),

  putPresence: onTicket(async ({ principal, params: { folio }, body: { state } }, deps, { ticket }) => {
    if (ticket.status === 'closed') throw ticketClosed(folio);
    await notePresence(deps.store, folio, { userId: principal.userId, state }, deps.clock());
    return { status: 200, body: await presenceOn(deps, folio) };
  }),

  leavePresence: onTicket(async ({ principal, params: { folio } }, { store, clock }) => {
    await endPresence(store, folio, principal.userId, clock());
    return { status: 204 };
  }),
};

async function presenceOn(
  { store, clock }: Deps,
  folio: string,
): Promise<z.input<(typeof PRESENCE_ROUTES)[0]['answers'][0]['schema']>> {
  const present = await presentOn(store, folio, clock());
  const names = await userNames(
    store,
    present.map(({ userId }) => userId),
  );
  return {
    items: present.map(({ userId, ...rest }) => ({
      agent: { id: userId, name: names.get(userId) ?? '' },
      ...rest,
    })),
  };
}
