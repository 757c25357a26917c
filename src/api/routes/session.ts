import type { SESSION_ROUTES } from '../../contract/session';
import { endSession, findSession, listSessions, type Session } from '../../store/accounts/sessions';
import { findUser } from '../../store/accounts/users';
import { ApiError } from '../problems/api-error';
import { isForeignRequest } from '../auth/foreign-request';
import { logIn } from '../auth/log-in';
import { owesSecondFactor } from '../auth/second-factor-duty';
import { clearSessionCookie, setSessionCookie } from '../auth/session-cookie';
import type { HandlersOf } from '../handler';
import { comparePlaces, pageOfAll, type Place } from './account-page';
import { personView } from './me/representation';
import { sessionView } from './session-representation';

const USER_AGENT_LENGTH = 200;

export const sessionHandlers: HandlersOf<typeof SESSION_ROUTES> = {
  async logIn({ body, principal, http }, deps) {
    // A page of another site could otherwise log somebody in under an account that it knows.
    if (isForeignRequest(http)) throw new ApiError('foreign_origin');
    const userAgent = http.get('User-Agent')?.slice(0, USER_AGENT_LENGTH) ?? null;
    const { user, session, token } = await logIn(deps, { ...body, userAgent });
    if (principal?.sessionId) await endSession(deps.store, principal.userId, principal.sessionId);
    return {
      status: 201,
      body: {
        user: await personView(deps.store, user),
        session: sessionView(session, session._id),
        mustEnrol: owesSecondFactor(user) && !session.secondFactor,
      },
      headers: { 'Set-Cookie': setSessionCookie(http, token, session.expiresAt) },
    };
  },

  async getSession({ principal }, { store, clock }) {
    const { userId, sessionId } = principal;
    const [user, session] = await Promise.all([
      findUser(store, userId),
      sessionId === null ? null : findSession(store, sessionId, clock()),
    ]);
    if (user === null) throw new ApiError('unauthenticated');
    return {
      status: 200,
      body: {
        user: await personView(store, user),
        session: session && sessionView(session, sessionId),
        mustEnrol: principal.mustEnrol,
      },
    };
  },

  async logOut({ principal, http }, { store }) {
    if (principal.sessionId) await endSession(store, principal.userId, principal.sessionId);
    return { status: 204, headers: { 'Set-Cookie': clearSessionCookie(http) } };
  },

  async listSessions({ principal, query }, { store, clock }) {
    const sessions = await listSessions(store, principal.userId, clock());
    const body = pageOfAll('sessions', [...sessions].sort(newestFirst), query, {
      place: placeOf,
      descending: true,
      show: (session) => sessionView(session, principal.sessionId),
    });
    return { status: 200, body };
  },

  async endSession({ principal, params }, { store }) {
    if (!(await endSession(store, principal.userId, params.id))) throw new ApiError('not_found');
    return { status: 204 };
  },
};

function placeOf({ _id, createdAt }: Session): Place {
  return [createdAt.toISOString(), _id];
}

function newestFirst(a: Session, b: Session): number {
  return comparePlaces(placeOf(b), placeOf(a));
}
