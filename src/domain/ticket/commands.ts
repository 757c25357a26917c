import type { VersionedCalendar } from '../calendar';
import type { ClosureReason, Origin } from '../classification/closure-reasons';
import type { Impact, Priority, Urgency } from '../classification/priority';
import type { Instant } from '../instant';
import type { Money } from '../money';
import type { SupportPolicy } from '../policy/support-policy';
import type { Platform } from '../session/session';
import type { MailFailure } from './mail-failure';
import type { AttentionPoints, Contact, SessionNews, TargetName } from './ticket';

/** What each command asks for, as the API sends it after checking its form. */
export interface CommandData {
  categorize: { type: string; note?: string };
  prioritize: { impact: Impact; urgency: Urgency; priority?: Priority; reason?: string };
  assign: { agentId: string };
  requestAssignment: Record<string, never>;
  attend: AttentionPoints & { message?: string; type?: string; impact?: Impact; urgency?: Urgency };
  correctContact: { contact: Contact };
  correctIncident: { incidentAt?: Instant; description?: string };
  postMessage: { body: string; attachmentIds?: string[]; awaitsClient?: boolean };
  addNote: { body: string; mentions?: string[] };
  recordPhoneCall: {
    at: Instant;
    minutes: number;
    number: string;
    summary: string;
    outcome: 'answered' | 'no_answer';
    clientReplied?: boolean;
  };
  proposeSolution: { summary: string; steps?: string[]; origin?: Origin };
  retract: { reason: string };
  close: {
    reason: ClosureReason;
    message?: string;
    confirmedBy?: 'client_message' | 'call' | 'none';
    origin?: Origin;
    duplicateOf?: string;
  };
  split: { parts: SplitPart[]; keepOriginal: boolean };
  refer: { description: string; keepOpen: boolean; reference?: string; cost?: Money };
  updateReferral: { reference: string; cost?: Money };
  addParticipant: { clientId: string };
  removeParticipant: { clientId: string };
  changeRequester: { clientId: string };
  requestSession: { platform: Platform; reason: string };
  /** `title`: what the incident is called now, for the record. */
  linkIncident: { incidentId: string; title: string };
  unlinkIncident: { incidentId: string };
  /** The rules themselves, as at the registration: the ticket asks no database for them. */
  migratePolicy: { policy: SupportPolicy; calendar: VersionedCalendar; reason: string };
}

/** Facts that reach the ticket by other ways than a person's command. */
export interface FactData {
  receiveReply: { body: string; attachmentIds: string[]; receivedAt: Instant };
  /** `from`: whose the ticket was when the agent was sought. */
  assignAutomatically: { agentId: string; from?: string | null };
  remind: { hours: number };
  missTarget: { target: TargetName };
  overrunEstimate: Record<string, never>;
  expire: Record<string, never>;
  changeSession: SessionNews;
  flagMail: MailFailure;
  ignoreCancel: Record<string, never>;
  repair: { reason: string };
}

export interface SplitPart {
  subject: string;
  description: string;
  type: string;
  incidentAt?: Instant;
}

export type CommandName = keyof CommandData;
export type Command = { [N in CommandName]: { name: N; data: CommandData[N] } }[CommandName];
export type Fact = { [N in keyof FactData]: { name: N; data: FactData[N] } }[keyof FactData];
export type Intent = Command | Fact;
