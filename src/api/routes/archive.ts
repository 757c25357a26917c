import type { ARCHIVE_ROUTES } from '../../contract/archive-routes';
import { DEFAULT_LIMIT } from '../../contract/page';
import { isStaff } from '../../domain/access/role';
import { ApiError } from '../problems/api-error';
import { representEvents } from '../representations/event-representation';
import type { HandlersOf } from '../handler';
import { onTicket } from '../tickets/on-ticket';
import { representTicket, representTickets } from '../representations/ticket-representation';
import { listArchive } from '../tickets/list-archive';
import { readEvents } from '../tickets/read-ticket';

/** Closed tickets: found and read, never changed. */
export const archiveHandlers: HandlersOf<typeof ARCHIVE_ROUTES> = {
  listArchive: async ({ principal, query }, { store }) => {
    const { organization, limit = DEFAULT_LIMIT, ...rest } = query;
    const page = await listArchive(store, principal, { ...rest, limit, organizationId: organization });
    const shown = page.items.map((ticket) => ({ ticket, needsRepair: false }));
    return {
      status: 200,
      body: { items: await representTickets(store, principal, shown), nextCursor: page.nextCursor },
    };
  },

  readArchived: onTicket(async ({ principal }, { store }, record) => {
    if (!record.closed) throw new ApiError('not_found');
    const audience = isStaff(principal.role) ? 'staff' : 'client';
    const [ticket, events] = await Promise.all([
      representTicket(store, principal, record),
      readEvents(store, record.ticket, { audience, afterSeq: 0, limit: record.ticket.version }),
    ]);
    return {
      status: 200,
      body: { ...ticket, events: await representEvents(store, principal, events) },
    };
  }),
};
