import { idleEnd, type Session } from '../../store/accounts/sessions';

export interface SessionView {
  id: string;
  current: boolean;
  userAgent: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

/** A log-in as its owner sees it. */
export function sessionView(session: Session, currentId: string | null): SessionView {
  const { _id: id, userAgent, createdAt, lastSeenAt } = session;
  return {
    id,
    current: id === currentId,
    userAgent,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: idleEnd(session).toISOString(),
  };
}
