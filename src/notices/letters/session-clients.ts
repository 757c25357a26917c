import type { SessionMailKind } from '../../store/notices/notices';
import type { SessionWriter } from '../session-letter';
import { SESSION_MONEY_LETTERS } from './session-money-letters';
import { SESSION_TIME_LETTERS } from './session-time-letters';

type ClientKind = Exclude<SessionMailKind, `staff_${string}`>;

/** What the client's side is told of a paid session. */
export const CLIENT_SESSION_LETTERS: Readonly<Record<ClientKind, SessionWriter>> = {
  ...SESSION_MONEY_LETTERS,
  ...SESSION_TIME_LETTERS,
};
