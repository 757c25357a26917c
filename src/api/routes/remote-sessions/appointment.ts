import type { REMOTE_SESSION_ROUTES } from '../../../contract/remote-sessions';
import { DomainError } from '../../../domain/domain-error';
import { instantAt } from '../../../domain/instant';
import { isAccessOpen } from '../../../domain/session/actions';
import { accessOpensAt, endOf } from '../../../domain/session/agenda';
import { findAccess } from '../../../store/remote-sessions/session-access';
import { offeredSlots } from '../../../store/remote-sessions/session-slots';
import { onRecord, type HandlersOf } from '../../handler';
import { ApiError } from '../../problems/api-error';
import { giveMeeting } from './meeting';
import { findSession, sessionCommand } from './on-session';
import { representSession } from './representation';

type AppointmentRoutes = Pick<
  HandlersOf<typeof REMOTE_SESSION_ROUTES>,
  | 'listRemoteSessionSlots'
  | 'chooseRemoteSessionSlot'
  | 'readRemoteSessionAccess'
  | 'giveRemoteSessionMeeting'
>;

/** When it is held, and how one joins. */
export const sessionAppointmentHandlers: AppointmentRoutes = {
  listRemoteSessionSlots: onRecord(findSession, async (_request, { store, clock }, { session }) => {
    if (session.state !== 'paid' && session.state !== 'scheduled') throw new DomainError('session_state');
    const offers = await offeredSlots(store, session, clock().getTime());
    const items = offers.map(({ startsAt, endsAt }) => ({
      startsAt: instantAt(startsAt),
      endsAt: instantAt(endsAt),
    }));
    return { status: 200, body: { items } };
  }),

  chooseRemoteSessionSlot: sessionCommand('chooseSlot', ({ body }) => body),

  readRemoteSessionAccess: onRecord(
    findSession,
    async ({ principal }, { store, clock, sessions }, { session }) => {
      const { id, slot, state } = session;
      const now = clock().toISOString();
      if (principal.userId !== session.clientId && principal.userId !== slot?.agentId)
        throw new ApiError('forbidden');
      const opensAt = accessOpensAt(session);
      const closesAt = endOf(session);
      const attended = state === 'scheduled' || state === 'in_progress';
      if (!isAccessOpen(session, now) || closesAt === null) {
        throw new ApiError('outside_window', { members: { opensAt: attended ? opensAt : null } });
      }
      const access = await findAccess(store, id);
      if (!access || access.startsAt !== slot?.startsAt) throw new ApiError('not_ready');
      const { link, password } = JSON.parse(sessions.vault.open(access.sealed, id)) as Record<
        'link' | 'password',
        string
      >;
      return { status: 200, body: { platform: access.platform, link, password, closesAt } };
    },
  ),

  giveRemoteSessionMeeting: onRecord(findSession, async (request, deps, { _id: sessionId }) => {
    const { principal, commandId, bodyHash, body } = request;
    const after = await giveMeeting(deps, body, { sessionId, principal, commandId, bodyHash });
    return { status: 200, body: await representSession(deps, principal, after) };
  }),
};
