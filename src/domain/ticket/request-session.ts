import { isClientSide } from '../actor';
import { DomainError } from '../domain-error';
import { sessionConditions } from '../policy/remote-session-policy';
import type { SessionRequest } from '../session/events';
import { isFinal, PLATFORMS, type SessionState } from '../session/session';
import type { CommandData } from './commands';
import type { Rule } from './rule';

/** Somebody asks for a paid session (policy, "VIDEOCONFERENCIA O SESION REMOTA"): one at a time, numbered per ticket. */
export const requestSession: Rule<CommandData['requestSession']> = {
  decide(ticket, { platform, reason }, { at, actor, policy }) {
    if (!PLATFORMS.includes(platform)) throw new DomainError('invalid_command', 'platform');
    if (ticket.remoteSessions.some(({ state }) => !isFinal(state as SessionState))) {
      throw new DomainError('session_underway');
    }
    const { folio, organizationId, requesterId, remoteSessions } = ticket;
    const id = `session-${folio}-${remoteSessions.length + 1}`;
    const clientId = isClientSide(actor) ? actor.id : requesterId;
    const conditions = sessionConditions(policy);
    const request: SessionRequest = {
      id,
      folio,
      organizationId,
      clientId,
      platform,
      reason,
      conditions,
      at,
      missedBySupport: false,
    };
    return [
      {
        type: 'session_changed',
        data: { id, state: 'requested', holds: false, nextReplyDue: null, request },
      },
    ];
  },
};
