import { DEFAULT_LIMIT, type REMOTE_SESSION_ROUTES } from '../../contract/remote-sessions';
import { onRecord, type HandlersOf } from '../handler';
import { ApiError } from '../problems/api-error';
import { ticketClosed } from '../tickets/closed-ticket';
import { onTicket } from '../tickets/on-ticket';
import { readTicket } from '../tickets/read-ticket';
import { sendCommand } from '../tickets/send-command';
import { sessionAppointmentHandlers } from './remote-sessions/appointment';
import { recordAt } from './remote-sessions/command';
import { sessionInvoiceHandlers } from './remote-sessions/invoice';
import { listSessions } from './remote-sessions/list';
import { sessionMoneyHandlers } from './remote-sessions/money';
import { findSession, sessionCommand } from './remote-sessions/on-session';
import { representSession } from './remote-sessions/representation';

/** The handlers of REMOTE_SESSION_ROUTES, by route id. */
export const remoteSessionHandlers: HandlersOf<typeof REMOTE_SESSION_ROUTES> = {
  requestRemoteSession: onTicket(async (request, deps, { ticket, closed }) => {
    if (closed) throw ticketClosed(ticket.folio);
    const { principal, commandId, bodyHash, body: data } = request;
    const actor = { id: principal.userId, role: principal.role };
    const { folio } = ticket;
    const sent = { folio, name: 'requestSession', data, actor, commandId, bodyHash } as const;
    const { version } = await sendCommand(deps, sent);
    await readTicket(deps.store, folio, version);
    const event = await deps.store.events
      .findOne({ folio, commandId, type: 'session_changed' })
      .lean<{ data: { id: string } }>();
    if (!event) throw new ApiError('engine_unavailable');
    const record = await recordAt(deps.store, event.data.id, 0);
    return { status: 201, body: await representSession(deps, principal, record) };
  }),

  async listRemoteSessions({ principal, query }, deps) {
    const { limit = DEFAULT_LIMIT, ...filter } = query;
    const { items, nextCursor } = await listSessions(deps, principal, { ...filter, limit });
    const shown = await Promise.all(items.map((record) => representSession(deps, principal, record)));
    return { status: 200, body: { items: shown, nextCursor } };
  },

  readRemoteSession: onRecord(findSession, async ({ principal }, deps, record) => ({
    status: 200,
    body: await representSession(deps, principal, record),
  })),

  ...sessionMoneyHandlers,
  ...sessionAppointmentHandlers,
  ...sessionInvoiceHandlers,

  recordRemoteSessionAttendance: sessionCommand('attendSession', ({ body }) => body),
  cancelRemoteSession: sessionCommand('cancelSession', ({ body }) => ({ reason: body?.reason ?? '' })),
  retryRemoteSession: sessionCommand('retrySession', () => ({})),
};
