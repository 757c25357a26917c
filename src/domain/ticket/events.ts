import type { Actor } from '../actor';
import type { ClosureReason, Origin } from '../classification/closure-reasons';
import type { Impact, Priority, Urgency } from '../classification/priority';
import type { Instant } from '../instant';
import type { Money } from '../money';
import type { SessionRequest } from '../session/events';
import type { SessionMoney } from '../session/session-money';
import type { DeadlineExplanation, WaitPlan } from './business-times';
import type { MailFailure } from './mail-failure';
import type {
  AttentionPoints,
  Closure,
  Contact,
  PinnedRules,
  RemoteSessionLink,
  TargetName,
  TargetOutcome,
} from './ticket';
import type { Registration } from './registration';

/** What each event carries. A change that has no event here did not happen. */
export interface EventData {
  registered: Registration;
  categorized: { type: string; from: string; note: string | null };
  prioritized: {
    impact: Impact;
    urgency: Urgency;
    proposed: Priority;
    priority: Priority;
    reason: string | null;
    firstAttentionDue: Instant | null;
    nextReplyDue: Instant | null;
  };
  assigned: { agentId: string; from: string | null; how: 'automatic' | 'claim' | 'hand' };
  assignment_requested: Record<string, never>;
  attention_recorded: AttentionPoints & { estimateDue: Instant | null };
  first_attended: Record<string, never>;
  contact_corrected: { contact: Contact; from: Contact };
  incident_corrected: {
    incidentAt: Instant;
    description: string;
    from: { incidentAt: Instant; description: string };
  };
  message_posted: {
    body: string;
    attachmentIds: string[];
    awaitsClient: boolean;
    receivedAt: Instant;
    wait: WaitPlan | null;
    nextReplyDue: Instant | null;
  };
  note_added: { body: string; mentions: string[] };
  phone_call_recorded: {
    at: Instant;
    minutes: number;
    number: string;
    summary: string;
    outcome: 'answered' | 'no_answer';
    clientReplied: boolean;
    nextReplyDue: Instant | null;
  };
  solution_proposed: { summary: string; steps: string[]; origin: Origin | null; wait: WaitPlan };
  solution_retracted: { reason: string; cause: 'solution' | 'question'; nextReplyDue: Instant | null };
  reminder_sent: { hours: number; autoCloseAt: Instant; phoneTheClient: boolean };
  target_missed: { target: TargetName; dueAt: Instant };
  target_settled: TargetOutcome;
  estimate_overrun: { dueAt: Instant };
  participant_added: { clientId: string };
  participant_removed: { clientId: string };
  requester_changed: { clientId: string; from: string };
  split: { parts: { folio: string; subject: string; type: string }[]; keepOriginal: boolean };
  /** `reference` and `cost`, where consulting had given them already; absent before they were asked for. */
  referred: {
    description: string;
    address: string;
    keepOpen: boolean;
    reference?: string | null;
    cost?: Money | null;
  };
  referral_updated: { reference: string; cost: Money | null };
  /**
   * `request` stands in the first news of a session: what its workflow starts from. `money` is what has moved since the
   * last news; with `sameState` it is all that has changed.
   */
  session_changed: Omit<RemoteSessionLink, 'moneyTold'> & {
    nextReplyDue: Instant | null;
    request?: SessionRequest;
    money?: SessionMoney[];
    sameState?: true;
  };
  /** Part of an incident of many customers; `title` as support called it then. */
  incident_linked: { incidentId: string; title: string };
  incident_unlinked: { incidentId: string; title: string };
  /** `wait` counts a running wait anew; `closingBefore` is what the client was told until then. */
  policy_migrated: {
    before: PinnedRules;
    after: PinnedRules;
    reason: string;
    wait: WaitPlan | null;
    closingBefore: Instant | null;
    firstAttentionDue: Instant | null;
    nextReplyDue: Instant | null;
  };
  mail_failed: MailFailure;
  engine_cancel_ignored: Record<string, never>;
  run_repaired: { reason: string };
  closed: Omit<Closure, 'at' | 'by'> & { reason: ClosureReason };
}

export type EventType = keyof EventData;

/** One change of one ticket. `seq` counts 1, 2, 3 … per ticket without gaps. */
export type TicketEvent = {
  [T in EventType]: {
    folio: string;
    seq: number;
    type: T;
    at: Instant;
    actor: Actor;
    commandId: string;
    data: EventData[T];
  };
}[EventType];

/** A change before it has its place in the ticket's sequence. */
export type Draft = { [T in EventType]: { type: T; data: EventData[T] } }[EventType];

const STAFF_ONLY: ReadonlySet<EventType> = new Set<EventType>([
  'note_added',
  'assignment_requested',
  'target_missed',
  'target_settled',
  'estimate_overrun',
  'mail_failed',
  'engine_cancel_ignored',
  'run_repaired',
]);

/**
 * Whether the client may see that this event exists. A call is theirs only when it stopped the clock, other rules only
 * when they moved the closing.
 */
export function isClientVisible(event: Draft): boolean {
  if (event.type === 'phone_call_recorded') return event.data.clientReplied;
  if (event.type === 'policy_migrated') return movesClosing(event.data);
  return !STAFF_ONLY.has(event.type);
}

/** Whether the client has to know of another instant than the one they were told. */
export function movesClosing({ wait, closingBefore }: EventData['policy_migrated']): boolean {
  return wait !== null && wait.autoCloseAt !== closingBefore;
}

/** The stored explanation of the wait that an event began or counted anew, if it did. */
export function explanationIn(event: TicketEvent): DeadlineExplanation | null {
  if (event.type === 'solution_proposed') return event.data.wait.explanation;
  if (event.type === 'message_posted' || event.type === 'policy_migrated')
    return event.data.wait?.explanation ?? null;
  return null;
}
