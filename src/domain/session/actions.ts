import { may, type Permission, type Role } from '../access/permissions';
import { DomainError } from '../domain-error';
import { epochMs, instantAt, type Instant } from '../instant';
import { accessOpensAt, endOf } from './agenda';
import { decideSession } from './decide';
import { refundByHand } from './duties';
import type { SessionIntent } from './events';
import { isFinal, type RemoteSession } from './session';

/** Everything that a person may do with a session; each is one request to the API. */
export const SESSION_ACTIONS = [
  'quote',
  'pay',
  'confirm_transfer',
  'confirm_refund',
  'choose_slot',
  'give_meeting',
  'read_access',
  'start',
  'end',
  'client_absent',
  'agent_absent',
  'record_attendance',
  'cancel',
  'retry',
  'put_invoice_data',
  'attach_invoice',
] as const;
export type SessionAction = (typeof SESSION_ACTIONS)[number];

export interface SessionCaller {
  userId: string;
  role: Role;
}

/** What is true of a session and does not stand in it. */
export interface SessionSetting {
  at: Instant;
  /** Since when its execution is known to have been ended from outside. */
  lostAt: Instant | null;
  ticketClosed: boolean;
}

type Judge = (session: RemoteSession, caller: SessionCaller, setting: SessionSetting) => boolean;

const MINUTE_MS = 60_000;

/** Who may do it at all, and when: the rules themselves are asked wherever there is one. */
const RULES: Readonly<Record<SessionAction, { permission: Permission; possible: Judge }>> = {
  quote: {
    permission: 'remote_session.quote',
    possible: ({ state }, _caller, { ticketClosed }) =>
      !ticketClosed && (state === 'requested' || state === 'quoted'),
  },
  pay: {
    permission: 'remote_session.checkout',
    possible: (session, caller, setting) => {
      const { state, checkout, cancelling } = session;
      if (state === 'checkout') return checkout?.open === true && !checkout.closing && !cancelling;
      return !setting.ticketClosed && lets(session, { name: 'accepted', data: {} }, caller, setting);
    },
  },
  confirm_transfer: {
    permission: 'remote_session.confirm_payment',
    // One that comes too late is taken note of, so that it is sent back.
    possible: ({ state, quote, cancelling }) =>
      quote !== null &&
      (((state === 'quoted' || state === 'checkout') && !cancelling) ||
        state === 'expired' ||
        state === 'cancelled'),
  },
  confirm_refund: {
    permission: 'remote_session.confirm_payment',
    possible: (session, _caller, { at }) => refundByHand(session, at).length > 0,
  },
  choose_slot: {
    permission: 'remote_session.schedule',
    possible: (session, caller, setting) => {
      const startsAt = instantAt(
        epochMs(setting.at) + session.conditions.minimumNoticeMinutes * MINUTE_MS + MINUTE_MS,
      );
      const data = { startsAt, endsAt: startsAt, agentId: '', late: false };
      return lets(session, { name: 'slot_chosen', data }, caller, setting);
    },
  },
  give_meeting: {
    permission: 'remote_session.meeting',
    possible: (session, caller, setting) =>
      lets(session, { name: 'meeting_given', data: {} }, caller, setting),
  },
  read_access: {
    permission: 'remote_session.access',
    possible: (session, { userId }, { at }) =>
      (userId === session.clientId || userId === session.slot?.agentId) &&
      session.meeting !== null &&
      isAccessOpen(session, at),
  },
  start: attendance('started'),
  end: attendance('ended'),
  client_absent: attendance('client_absent'),
  agent_absent: {
    permission: 'remote_session.attendance',
    possible: (session, caller, setting) =>
      session.slot !== null &&
      setting.at >= session.slot.startsAt &&
      lets(session, { name: 'agent_absent', data: {} }, caller, setting),
  },
  record_attendance: {
    permission: 'remote_session.attendance',
    possible: ({ state, slot }, _caller, { at }) =>
      state === 'in_progress' || (state === 'scheduled' && slot !== null && at >= slot.startsAt),
  },
  cancel: {
    permission: 'remote_session.cancel',
    possible: (session, caller, setting) =>
      lets(session, { name: 'cancelled', data: { reason: '', refundMinor: 0 } }, caller, setting),
  },
  retry: {
    permission: 'remote_session.attendance',
    possible: ({ troubles }, _caller, { lostAt }) => troubles.length > 0 || lostAt !== null,
  },
  put_invoice_data: {
    permission: 'remote_session.checkout',
    // Where nothing was paid and nothing can be, there is nothing to invoice.
    possible: ({ quote, state, payments }) => quote !== null && (payments.length > 0 || !isFinal(state)),
  },
  attach_invoice: {
    permission: 'remote_session.confirm_payment',
    possible: ({ payments }) => payments.length > 0,
  },
};

/** What the caller may do with the session now. */
export function sessionActions(
  session: RemoteSession,
  caller: SessionCaller,
  setting: SessionSetting,
): SessionAction[] {
  return SESSION_ACTIONS.filter((action) => {
    const { permission, possible } = RULES[action];
    return may(caller.role, permission) && possible(session, caller, setting);
  });
}

/** Whether link and password are shown at an instant to those who may see them. */
export function isAccessOpen(session: RemoteSession, at: Instant): boolean {
  const { state } = session;
  const opensAt = accessOpensAt(session);
  const closesAt = endOf(session);
  const attended = state === 'scheduled' || state === 'in_progress';
  return attended && opensAt !== null && closesAt !== null && at >= opensAt && at < closesAt;
}

function attendance(name: 'started' | 'ended' | 'client_absent'): {
  permission: Permission;
  possible: Judge;
} {
  return {
    permission: 'remote_session.attendance',
    possible: (session, caller, setting) => lets(session, { name, data: {} }, caller, setting),
  };
}

/** Whether the rules would let it through, and it would change something. */
function lets(
  session: RemoteSession,
  intent: SessionIntent,
  { userId: id, role }: SessionCaller,
  { at }: SessionSetting,
): boolean {
  try {
    return decideSession(session, intent, { at, actor: { id, role }, commandId: '' }) !== null;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
