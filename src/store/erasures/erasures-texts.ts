import type { EventType, TicketEvent } from '../../domain/ticket/events';
import type { Ticket } from '../../domain/ticket/ticket';

/** Stands where something personal stood. */
export const ERASED = '—';

/** Where people's words and data stand in a ticket: dotted paths, `*` for every element. */
const TICKET_TEXTS = [
  'subject',
  'description',
  'contact',
  'onBehalfReason',
  'attention.nature',
  'attention.possibleSolutions.*.summary',
  'attention.responsibilities',
  'closure.message',
];

/** What the registration gave. */
const REGISTERED_TEXTS = ['subject', 'description', 'contact', 'onBehalfReason'];

/** The same for each kind of event. Ids, instants, codes and numbers of minutes stay: the record counts on. */
const EVENT_TEXTS: Readonly<Record<EventType, readonly string[]>> = {
  registered: REGISTERED_TEXTS,
  categorized: ['note'],
  prioritized: ['reason'],
  assigned: [],
  assignment_requested: [],
  attention_recorded: ['nature', 'possibleSolutions.*.summary', 'responsibilities'],
  first_attended: [],
  contact_corrected: ['contact', 'from'],
  incident_corrected: ['description', 'from.description'],
  message_posted: ['body'],
  note_added: ['body'],
  phone_call_recorded: ['number', 'summary'],
  solution_proposed: ['summary', 'steps'],
  solution_retracted: ['reason'],
  reminder_sent: [],
  target_missed: [],
  target_settled: [],
  estimate_overrun: [],
  participant_added: [],
  participant_removed: [],
  requester_changed: [],
  split: ['parts.*.subject'],
  referred: ['description'],
  referral_updated: [],
  session_changed: ['request.reason'],
  incident_linked: [],
  incident_unlinked: [],
  policy_migrated: ['reason'],
  mail_failed: [],
  engine_cancel_ignored: [],
  run_repaired: ['reason'],
  closed: ['message'],
};

/** The ticket without a word of anybody's. */
export function blankTicket(ticket: Ticket): Ticket {
  return blankPaths(ticket, TICKET_TEXTS);
}

/** What a person who is not the requester any more gave when they registered it. */
export function blankRegistered<T extends object>(registration: T): T {
  return blankPaths(registration, REGISTERED_TEXTS);
}

export function blankData(event: Pick<TicketEvent, 'type' | 'data'>): TicketEvent['data'] {
  return blankPaths(event.data, EVENT_TEXTS[event.type]);
}

/** Blanks every text at the paths; what is null or not there stays so. */
export function blankPaths<T extends object>(value: T, paths: readonly string[]): T {
  return paths.reduce<unknown>((blanked, path) => blankAt(blanked, path.split('.')), value) as T;
}

function blankAt(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return withoutTexts(value);
  if (Array.isArray(value)) return step === '*' ? value.map((one) => blankAt(one, rest)) : value;
  if (typeof value !== 'object' || value === null || !(step in value)) return value;
  return { ...value, [step]: blankAt((value as Record<string, unknown>)[step], rest) };
}

function withoutTexts(value: unknown): unknown {
  if (typeof value === 'string') return ERASED;
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutTexts(one)]));
}
