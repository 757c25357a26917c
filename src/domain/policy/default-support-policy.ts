import { DEFAULT_PRIORITY_MATRIX } from '../classification/priority';
import { ruleOf } from '../classification/ticket-type';
import { TICKET_TYPES } from '../classification/ticket-types';
import { DEFAULT_REMOTE_SESSION_POLICY } from './remote-session-policy';
import type { SupportPolicy } from './support-policy';

/** The first version. Apart from the rules, so that workflows do not carry the catalogue's texts. */
export const DEFAULT_SUPPORT_POLICY: SupportPolicy = {
  version: 1,
  waitingClientHours: 48,
  reminderHours: [24, 4],
  calendarId: 'mx',
  remoteSessionMaxMinutes: 60,
  remoteSession: DEFAULT_REMOTE_SESSION_POLICY,
  priorityMatrix: DEFAULT_PRIORITY_MATRIX,
  targets: {
    urgent: { firstAttentionHours: 1, nextReplyHours: 2 },
    high: { firstAttentionHours: 4, nextReplyHours: 8 },
    medium: { firstAttentionHours: 9, nextReplyHours: 18 },
    low: { firstAttentionHours: 18, nextReplyHours: 27 },
  },
  finishAfterContractEnd: true,
  consultingEmail: 'consultoria@e-optics.test',
  types: TICKET_TYPES.map(ruleOf),
};
