import { isClientSide } from '../actor';
import type { VersionedCalendar } from '../calendar';
import { DomainError } from '../domain-error';
import { assign, assignAutomatically, requestAssignment } from './assign';
import { attend } from './attend';
import type { TimeAnswers, TimeQuestions } from './business-times';
import { categorize, prioritize } from './classify';
import { close, expire } from './close';
import type { CommandData, FactData, Intent } from './commands';
import { addNote, postMessage, receiveReply, recordPhoneCall } from './converse';
import { correctContact, correctIncident } from './correct';
import { split } from './divide';
import type { Draft, TicketEvent } from './events';
import { linkIncident, unlinkIncident } from './general-incident';
import { flagMail } from './flag-mail';
import { migratePolicy } from './migrate-policy';
import { changeSession, ignoreCancel, repair } from './operate';
import { addParticipant, changeRequester, removeParticipant } from './people';
import { assertPermitted } from './permit';
import { refer, updateReferral } from './refer';
import { remind } from './remind';
import type { Asking, Context, Rule } from './rule';
import { requestSession } from './request-session';
import { proposeSolution, retract } from './solve';
import { missTarget, overrunEstimate } from './targets';
import type { Ticket } from './ticket';

/** Every rule of the process by its name: the table that a reader, the API and the workflow share. */
export const RULES: { [N in keyof CommandData]: Rule<CommandData[N]> } & {
  [N in keyof FactData]: Rule<FactData[N]>;
} = {
  categorize,
  prioritize,
  assign,
  requestAssignment,
  attend,
  correctContact,
  correctIncident,
  postMessage,
  addNote,
  recordPhoneCall,
  proposeSolution,
  retract,
  close,
  split,
  refer,
  updateReferral,
  addParticipant,
  removeParticipant,
  changeRequester,
  requestSession,
  linkIncident,
  unlinkIncident,
  migratePolicy,
  receiveReply,
  assignAutomatically,
  remind,
  missTarget,
  overrunEstimate,
  expire,
  changeSession,
  flagMail,
  ignoreCancel,
  repair,
};

/** Stands in for the answers while a validator only asks whether the command would be refused. */
const PROVISIONAL: TimeAnswers = {
  wait: {
    autoCloseAt: '',
    reminders: [],
    explanation: {
      startedAt: '',
      autoCloseAt: '',
      businessHours: 0,
      calendar: { id: '', version: 0, timeZone: '', tzdb: '' },
      counted: [],
      skipped: [],
    },
  },
  dues: {},
  minutes: {},
};

/**
 * Applies one intent to a ticket.
 * @returns the events in order, `seq` continuing the ticket's; none when nothing changes.
 * @throws DomainError with its code when a rule refuses; `ticket_closed` for anything on a closed ticket.
 */
export function decide(ticket: Ticket, intent: Intent, context: Context): TicketEvent[] {
  assertOpen(ticket);
  assertPermitted(intent, context.actor);
  const drafts = ruleOf(intent.name).decide(ticket, intent.data, context);
  return number(ticket, drafts, context);
}

/** Whether the intent would be refused now; the answers of business time do not matter for that. */
export function assertAcceptable(ticket: Ticket, intent: Intent, context: Omit<Context, 'times'>): void {
  assertOpen(ticket);
  assertPermitted(intent, context.actor);
  ruleOf(intent.name).decide(ticket, intent.data, { ...context, times: PROVISIONAL });
}

/** What the intent needs to know of business time. */
export function questionsOf(ticket: Ticket, intent: Intent, asking: Asking): TimeQuestions {
  return ruleOf(intent.name).ask?.(ticket, intent.data, asking) ?? {};
}

/** The calendar that answers those questions: the pinned one, or the one that takes its place. */
export function answeringCalendar(intent: Intent, pinned: VersionedCalendar): VersionedCalendar {
  return intent.name === 'migratePolicy' ? intent.data.calendar : pinned;
}

/**
 * Optimistic concurrency: the version the caller saw must still be the last they may see, so that a client is
 * never refused for a note that they can not know of.
 */
export function assertVersion(ticket: Ticket, ifMatch: number | undefined, actor: Context['actor']): void {
  if (ifMatch === undefined) return;
  const seen = isClientSide(actor) ? ticket.clientVersion : ticket.version;
  if (ifMatch !== seen) throw new DomainError('stale_version');
}

function assertOpen(ticket: Ticket): void {
  if (ticket.status === 'closed') throw new DomainError('ticket_closed');
}

/** The table pairs each name with the rule for its data; the pair is lost to the type system once the name is a union. */
function ruleOf(name: Intent['name']): Rule<unknown> {
  return RULES[name];
}

function number(ticket: Ticket, drafts: Draft[], { at, actor, commandId }: Context): TicketEvent[] {
  return drafts.map((draft, index) => ({
    folio: ticket.folio,
    seq: ticket.version + index + 1,
    at,
    actor,
    commandId,
    ...draft,
  }));
}
