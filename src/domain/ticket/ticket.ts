import type { Actor } from '../actor';
import type { ClosureReason, Origin } from '../classification/closure-reasons';
import type { Impact, Priority, Urgency } from '../classification/priority';
import type { CoverageEvidence } from '../coverage/judge-coverage';
import type { Instant } from '../instant';
import type { MailFailureNote } from './mail-failure';
import type { Money } from '../money';
import type { SessionMoney } from '../session/session-money';

/** What the policy calls the ticket's state. */
export type Status = 'waiting_support' | 'waiting_client' | 'closed';

/** A fact with who and when. */
export interface Stamp {
  at: Instant;
  by: Actor;
}

/** The steps of the policy's process, each set when it is reached and redone while the ticket is open. */
export interface Milestones {
  registered: Stamp;
  categorized: Stamp | null;
  prioritized: Stamp | null;
  assigned: Stamp | null;
  firstAttention: Stamp | null;
  resolved: Stamp | null;
}

export interface Contact {
  name: string;
  email: string;
  phone: string;
}

export interface PossibleSolution {
  summary: string;
  estimatedMinutes: number;
}

/** The six points that the first attention settles (policy, "TIEMPO DE RESPUESTA Y SOLUCIÓN"). */
export interface AttentionPoints {
  nature: string;
  priorityConfirmed: boolean;
  contactConfirmed: boolean;
  historyReviewed: boolean;
  possibleSolutions: PossibleSolution[];
  responsibilities: string;
}

export interface Reminder {
  /** Business hours before the closing. */
  hours: number;
  at: Instant;
}

/** The client has the word; silence closes at `autoCloseAt`. */
export interface Waiting {
  cause: 'solution' | 'question';
  since: Instant;
  /** `seq` of the event that holds its explanation: the one that began the wait, or counted it anew. */
  seq: number;
  autoCloseAt: Instant;
  reminders: Reminder[];
}

/** An internal target (never a promise, never a closing). */
export interface Target {
  since: Instant;
  dueAt: Instant;
  alarmed: boolean;
}

export type TargetName = 'first_attention' | 'next_reply';

/** How a target ended, in business minutes. */
export interface TargetOutcome {
  target: TargetName;
  dueAt: Instant;
  met: boolean;
  businessMinutes: number;
}

export interface Closure {
  reason: ClosureReason;
  at: Instant;
  by: Actor;
  /** The true due instant when the 48 hours closed it, however late the engine woke. */
  dueAt: Instant | null;
  message: string | null;
  confirmedBy: 'client_message' | 'call' | 'none' | null;
  origin: Origin | null;
  duplicateOf: string | null;
  solutionGiven: boolean;
}

export interface RemoteSessionLink {
  id: string;
  state: string;
  /** From an opened checkout on: holds the auto-close and every closing. */
  holds: boolean;
  /** `seq` of the last step of its money that the ticket was told; absent before the first. */
  moneyTold?: number;
}

/** What a session tells its ticket: where it stands, and what has moved in its money. */
export interface SessionNews extends Pick<RemoteSessionLink, 'id' | 'state' | 'holds'> {
  money?: SessionMoney[];
}

/** The versions of policy and calendar that a ticket is held to. */
export interface PinnedRules {
  policyVersion: number;
  calendar: { id: string; version: number };
}

/** What a ticket is about and for whom: the registration says it, and corrections change it. */
export interface RegisteredFacts extends PinnedRules {
  subject: string;
  description: string;
  type: string;
  product: string;
  productVersion: string;
  incidentAt: Instant;
  contact: Contact;
  organizationId: string;
  requesterId: string;
  /** The customer's branch, when they named one. */
  branchId?: string | null;
  attachmentIds: string[];
  onBehalfReason: string | null;
  coverage: CoverageEvidence;
}

/**
 * A ticket: the fold of its events. Bounded (no message bodies), so that a workflow can carry it from run to run.
 */
export interface Ticket extends RegisteredFacts {
  folio: string;
  /** `seq` of the last event. */
  version: number;
  /** `seq` of the last event that the client may see. */
  clientVersion: number;
  status: Status;
  participantIds: string[];
  impact: Impact | null;
  urgency: Urgency | null;
  priority: Priority | null;
  assigneeId: string | null;
  milestones: Milestones;
  attention: AttentionPoints | null;
  clientAnswered: boolean;
  waiting: Waiting | null;
  solution: (Stamp & { origin: Origin | null }) | null;
  /** The client's side has written since the present solution. Absent on tickets from before this was noted. */
  answeredSolution?: boolean;
  /** An answered call is on record. Absent as above. */
  spokeByPhone?: boolean;
  targets: { firstAttention: Target | null; nextReply: Target | null };
  outcomes: TargetOutcome[];
  estimate: { dueAt: Instant; overrun: boolean } | null;
  links: { follows: string | null; splitFrom: string | null; splitInto: string[] };
  /** `cost` is absent on tickets from before it was noted. */
  referral: { at: Instant; reference: string | null; cost?: Money | null } | null;
  remoteSessions: RemoteSessionLink[];
  /** The incident of many customers that it is part of, as it was called then. Absent on tickets from before this was noted. */
  generalIncident?: { id: string; title: string } | null;
  /** A mail to the client was refused or came back: phone them. Absent on tickets from before this was noted. */
  mailFailed?: boolean;
  /** The first failure for each kind of recipient. Absent as above. */
  mailFailures?: MailFailureNote[];
  closure: Closure | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** Instant of the last event that the client may see; absent when nothing has happened since before this was kept. */
  clientUpdatedAt?: Instant;
}

/** The client may still answer: the 48 business hours run. */
export function isWaitingForClient(ticket: Ticket): ticket is Ticket & { waiting: Waiting } {
  return ticket.status === 'waiting_client' && ticket.waiting !== null;
}

/** A paid session, or an opened checkout, holds every closing (process, "Remote session and closing"). */
export function isHeldBySession(ticket: Ticket): boolean {
  return ticket.remoteSessions.some((session) => session.holds);
}

/** Who asked, or a colleague added to the ticket. */
export function isOnTicket(ticket: Ticket, { id }: Pick<Actor, 'id'>): boolean {
  return id === ticket.requesterId || ticket.participantIds.includes(id);
}

/** All six points of the first attention are on record. */
export function pointsComplete(points: AttentionPoints | null): boolean {
  return (
    points !== null &&
    points.priorityConfirmed &&
    points.contactConfirmed &&
    points.historyReviewed &&
    points.nature.trim() !== '' &&
    points.possibleSolutions.length > 0 &&
    points.responsibilities.trim() !== ''
  );
}
