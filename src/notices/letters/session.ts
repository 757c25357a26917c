import type { SessionMailKind } from '../../store/notices/notices';
import type { SessionWriter } from '../session-letter';
import { CLIENT_SESSION_LETTERS } from './session-clients';
import { STAFF_SESSION_LETTERS } from './session-staff';

/** What each kind of mail about a paid session says. A kind without its letter does not compile. */
export const SESSION_LETTERS: Readonly<Record<SessionMailKind, SessionWriter>> = {
  ...CLIENT_SESSION_LETTERS,
  ...STAFF_SESSION_LETTERS,
};
