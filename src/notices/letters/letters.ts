import type { NoticeKind } from '../../store/notices/notices';
import type { Writer } from '../letter';
import { consultingReferral } from './consulting';
import { referralUpdated, ticketClosed, ticketReferred } from './closing';
import {
  closingMoved,
  closingNear,
  questionAsked,
  replyPublished,
  solutionGiven,
  waitEnded,
} from './conversation';
import { firstAttention, ticketRegistered } from './registration';
import {
  clientReplied,
  mailFailed,
  noteMention,
  phoneClient,
  sessionRequested,
  targetMissed,
  ticketAssigned,
} from './work';

/** What each kind of notice says. A kind without its letter does not compile. */
export const LETTERS: Readonly<Record<NoticeKind, Writer>> = {
  ticket_registered: ticketRegistered,
  first_attention: firstAttention,
  reply_published: replyPublished,
  question_asked: questionAsked,
  solution_given: solutionGiven,
  wait_ended: waitEnded,
  closing_near: closingNear,
  closing_moved: closingMoved,
  ticket_referred: ticketReferred,
  referral_updated: referralUpdated,
  ticket_closed: ticketClosed,
  ticket_assigned: ticketAssigned,
  client_replied: clientReplied,
  note_mention: noteMention,
  target_missed: targetMissed,
  phone_client: phoneClient,
  mail_failed: mailFailed,
  consulting_referral: consultingReferral,
  session_requested: sessionRequested,
};
